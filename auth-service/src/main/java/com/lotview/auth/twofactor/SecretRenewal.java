package com.lotview.auth.twofactor;

import com.lotview.auth.twofactor.TwoFactorStore.SealedSecret;
import com.lotview.kit.background.Poller;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.tenant.TenantTransactions;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reseals secrets after the key was replaced, a hundred in each transaction, while people sign in.
 * It can be interrupted without loss, because each value names the key that sealed it.
 */
@Component
class SecretRenewal extends Poller {
  private static final Logger LOG = LoggerFactory.getLogger(SecretRenewal.class);
  private static final Duration INTERVAL = Duration.ofMinutes(1);
  private static final UUID FIRST = new UUID(0, 0);
  private static final int BATCH = 100;

  private final TwoFactorStore store;
  private final SecretSeal seal;
  private final TenantTransactions transactions;

  SecretRenewal(TwoFactorStore store, SecretSeal seal, TenantTransactions transactions) {
    super(INTERVAL, "Two-factor secrets under an old key");
    this.store = store;
    this.seal = seal;
    this.transactions = transactions;
  }

  @Override
  protected Mono<Void> poll() {
    return seal.available() ? renew().then() : Mono.empty();
  }

  /** Renews all; returns how many. */
  Mono<Long> renew() {
    return batch(FIRST)
        .expand(batch -> batch.full() ? batch(batch.last()) : Mono.empty())
        .map(Batch::renewed)
        .reduce(0L, Long::sum)
        .doOnNext(renewed -> {
          if (renewed > 0) {
            LOG.info("Sealed {} two-factor secrets with the present key", renewed);
          }
        });
  }

  private record Batch(UUID last, boolean full, long renewed) {}

  private Mono<Batch> batch(UUID after) {
    return transactions.inSystem(
        store
            .sealedOtherwise(seal.beginning(), after, BATCH)
            .collectList()
            .flatMapMany(Flux::fromIterable)
            .concatMap(old -> renewed(old).map(done -> new Batch(old.userId(), false, done)))
            .collectList()
            .map(done ->
                new Batch(
                    done.isEmpty() ? after : done.getLast().last(),
                    done.size() == BATCH,
                    done.stream().mapToLong(Batch::renewed).sum())));
  }

  private Mono<Long> renewed(SealedSecret old) {
    return Mono.fromSupplier(() -> seal.renew(old.sealed(), old.userId()))
        .flatMap(sealed -> store.reseal(old, sealed))
        .map(done -> done ? 1L : 0L)
        .onErrorResume(
            RefusalException.class,
            unreadable -> {
              LOG.warn("No key of TWO_FACTOR_KEY opens the secret of user {}", old.userId());
              return Mono.just(0L);
            });
  }
}
