package com.lotview.posting.account;

import com.lotview.kit.background.Poller;
import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.kit.trace.Trace;
import com.lotview.posting.dispatch.AccountRef;
import com.lotview.posting.wiring.PostingProperties;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Polls for sessions that are due for a check. Several processes may poll at once. */
@Component
class SessionCheckPoller extends Poller {
  private static final Logger LOG = LoggerFactory.getLogger(SessionCheckPoller.class);
  private static final int AT_ONCE = 100;

  private final SessionChecks checks;
  private final SessionCheckStore store;
  private final TenantTransactions transactions;
  private final Clock clock;

  SessionCheckPoller(
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

  // A failed account goes to the end of the queue, so that it does not block the others.
  private Mono<Void> begin(AccountRef account) {
    return checks
        .beginDue(account)
        .onErrorResume(error -> {
          LOG.warn("Account {} is not checked now: {}", account.fbAccountId(), error.toString());
          return checks.postpone(account);
        })
        .contextWrite(Trace::start);
  }
}
