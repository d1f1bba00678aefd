package com.lotview.posting.account;

import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.posting.dispatch.AccountRef;
import com.lotview.posting.wiring.PostingProperties;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks regularly for sessions that are to be checked. Several processes may look at once. */
@Component
class SessionCheckLoop implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(SessionCheckLoop.class);
  private static final int AT_ONCE = 100;

  private final SessionChecks checks;
  private final SessionCheckStore store;
  private final TenantTransactions transactions;
  private final PostingProperties properties;
  private final Clock clock;
  private volatile @Nullable Disposable running;

  SessionCheckLoop(
      SessionChecks checks,
      SessionCheckStore store,
      TenantTransactions transactions,
      PostingProperties properties,
      Clock clock) {
    this.checks = checks;
    this.store = store;
    this.transactions = transactions;
    this.properties = properties;
    this.clock = clock;
  }

  @Override
  public void start() {
    running =
        Flux.interval(properties.sessionLook())
            .onBackpressureDrop()
            .concatMap(tick -> look(), 0)
            .subscribe();
  }

  private Mono<Void> look() {
    return Mono.defer(() ->
            transactions
                .inSystemMany(store.due(clock.instant(), AT_ONCE))
                .collectList()
                .flatMapIterable(due -> due)
                .concatMap(this::begin)
                .then())
        .onErrorResume(error -> {
          LOG.warn("Sessions wait for the next look: {}", error.toString());
          return Mono.empty();
        });
  }

  // One account that cannot be looked at now does not keep the others from it.
  private Mono<Void> begin(AccountRef account) {
    return checks
        .beginDue(account)
        .onErrorResume(error -> {
          LOG.warn("Account {} is not looked at now: {}", account.fbAccountId(), error.toString());
          return Mono.empty();
        });
  }

  @Override
  public void stop() {
    Disposable current = running;
    if (current != null) {
      current.dispose();
    }
    running = null;
  }

  @Override
  public boolean isRunning() {
    return running != null;
  }
}
