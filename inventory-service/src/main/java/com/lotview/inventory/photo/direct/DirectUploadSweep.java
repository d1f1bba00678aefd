package com.lotview.inventory.photo.direct;

import com.lotview.kit.background.Poller;
import com.lotview.kit.tenant.TenantTransactions;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Removes uploads, and what was sent, an hour after their links expired. */
@Component
class DirectUploadSweep extends Poller {
  private static final Duration INTERVAL = Duration.ofMinutes(10);
  private static final Duration KEPT = Duration.ofHours(1);
  private static final int BATCH = 200;

  private final DirectUploadStore store;
  private final UploadedBytes uploaded;
  private final TenantTransactions transactions;
  private final Clock clock;

  DirectUploadSweep(
      DirectUploadStore store,
      UploadedBytes uploaded,
      TenantTransactions transactions,
      Clock clock) {
    super(INTERVAL, "Expired uploads");
    this.store = store;
    this.uploaded = uploaded;
    this.transactions = transactions;
    this.clock = clock;
  }

  // Bytes first: a row whose bytes are gone is found again, bytes without a row are not.
  @Override
  protected Mono<Void> poll() {
    return transactions
        .inSystemMany(store.expired(clock.instant().minus(KEPT), BATCH))
        .collectList()
        .flatMapIterable(expired -> expired)
        .concatMap(upload ->
            uploaded
                .delete(upload.key())
                .then(Mono.defer(() -> transactions.inSystem(store.remove(upload.id())))))
        .then();
  }
}
