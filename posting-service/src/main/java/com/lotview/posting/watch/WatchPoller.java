package com.lotview.posting.watch;

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

/** Polls for accounts that are due for a look. Several processes may poll at once. */
@Component
class WatchPoller extends Poller {
  private static final Logger LOG = LoggerFactory.getLogger(WatchPoller.class);
  private static final int AT_ONCE = 100;

  private final AskLook looks;
  private final WatchStore watches;
  private final TenantTransactions transactions;
  private final Clock clock;

  WatchPoller(
      AskLook looks,
      WatchStore watches,
      TenantTransactions transactions,
      PostingProperties properties,
      Clock clock) {
    super(properties.watchPollInterval(), "Listings");
    this.looks = looks;
    this.watches = watches;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  protected Mono<Void> poll() {
    return transactions
        .inSystemMany(watches.due(clock.instant(), AT_ONCE))
        .collectList()
        .flatMapIterable(due -> due)
        .concatMap(this::begin)
        .then();
  }

  // A failed account goes to the end of the queue, so that it does not block the others.
  private Mono<Void> begin(AccountRef account) {
    return looks
        .beginDue(account)
        .onErrorResume(error -> {
          LOG.warn("Account {} is not looked at now", account.fbAccountId(), error);
          return looks.postpone(account);
        })
        .contextWrite(Trace::start);
  }
}
