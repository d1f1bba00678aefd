package com.lotview.posting.watch;

import com.lotview.posting.account.AccountDisconnected;
import com.lotview.posting.dispatch.AccountRef;
import java.time.Clock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Ends a look that waited when its account was disconnected: it is not in the queue any more. */
@Component
class WatchedAccounts implements AccountDisconnected {
  private final WatchStore watches;
  private final QuietTime quiet;
  private final Clock clock;

  WatchedAccounts(WatchStore watches, QuietTime quiet, Clock clock) {
    this.watches = watches;
    this.quiet = quiet;
    this.clock = clock;
  }

  @Override
  public Mono<Long> accountDisconnected(AccountRef account) {
    return watches
        .findLocked(account.fbAccountId())
        .flatMap(watch -> watches.save(watch.idle(quiet.next(clock.instant(), watch.zone()))))
        .thenReturn(0L);
  }
}
