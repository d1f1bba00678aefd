package com.lotview.inventory.photo.fetch;

import com.lotview.inventory.photo.PhotoSettings;
import com.lotview.kit.background.Poller;
import com.lotview.kit.tenant.TenantTransactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Fetches photos whose time has come: some at once, and of those at most two of a host. */
@Component
class AddressPoller extends Poller {
  // Longer than an attempt: 30 s for the answer, then decoding and storing.
  private static final Duration TAKEN_FOR = Duration.ofMinutes(5);

  private final AddressStore store;
  private final FetchPhoto fetch;
  private final TenantTransactions transactions;
  private final PhotoSettings settings;
  private final Clock clock;

  AddressPoller(
      AddressStore store,
      FetchPhoto fetch,
      TenantTransactions transactions,
      PhotoSettings settings,
      Clock clock) {
    super(settings.poll(), "Photos by address");
    this.store = store;
    this.fetch = fetch;
    this.transactions = transactions;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  protected Mono<Void> poll() {
    return round().repeat().takeWhile(found -> found > 0).then();
  }

  // How many addresses were due.
  private Mono<Integer> round() {
    return Mono.defer(() -> {
      Instant now = clock.instant();
      return transactions
          .inSystemMany(store.takeDue(now, now.plus(TAKEN_FOR), settings.fetches()))
          .collectList()
          .flatMap(due ->
              Flux.fromIterable(due)
                  .flatMap(fetch::attempt, settings.fetches())
                  .then(Mono.just(due.size())));
    });
  }
}
