package com.lotview.posting.account;

import com.lotview.kit.background.Poller;
import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.posting.dispatch.AccountRef;
import com.lotview.posting.wiring.PostingProperties;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Looks regularly for sessions that are to be checked. Several processes may look at once. */
@Component
class SessionCheckLoop extends Poller {
  private static final Logger LOG = LoggerFactory.getLogger(SessionCheckLoop.class);
  private static final int AT_ONCE = 100;

  private final SessionChecks checks;
  private final SessionCheckStore store;
  private final TenantTransactions transactions;
  private final Clock clock;

  SessionCheckLoop(
      SessionChecks checks,
      SessionCheckStore store,
      TenantTransactions transactions,
      PostingProperties properties,
      Clock clock) {
    super(properties.sessionCheckPollInterval(), "Sessions");
    this.checks = checks;
    this.store = store;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  protected Mono<Void> poll() {
    return transactions
        .inSystemMany(store.due(clock.instant(), AT_ONCE))
        .collectList()
        .flatMapIterable(due -> due)
        .concatMap(this::begin)
        .then();
  }

  // One account that cannot be looked at now does not keep the others from it, nor does a hundred
  // of them: what failed goes to the end of the line.
  private Mono<Void> begin(AccountRef account) {
    return checks
        .beginDue(account)
        .onErrorResume(error -> {
          LOG.warn("Account {} is not looked at now: {}", account.fbAccountId(), error.toString());
          return checks.postpone(account);
        });
  }
}
