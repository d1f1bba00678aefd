package com.lotview.posting.account;

import com.lotview.posting.dispatch.AccountRef;
import com.lotview.posting.dispatch.DispatchQueue;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lets an account rest when the site asks for fewer posts. */
@Component
public class AccountRest {
  /**
   * Length of a rest. Notices say "today" or "about 24 hours"; none names the time zone of "today".
   */
  public static final Duration REST = Duration.ofHours(24);

  private final FbAccountStore store;
  private final AccountEvents events;
  private final DispatchQueue waiting;

  AccountRest(FbAccountStore store, AccountEvents events, DispatchQueue waiting) {
    this.store = store;
    this.events = events;
    this.waiting = waiting;
  }

  /**
   * The site showed a limit notice: posts of the account wait for a day and then continue
   * automatically. Joins the running transaction, which holds the lock on the account's turn. A
   * notice during the rest extends it without another event.
   */
  public Mono<Void> limitNotice(AccountRef account, Instant now) {
    Instant until = now.plus(REST);
    return waiting
        .rest(account, until)
        .then(store.rest(account.fbAccountId(), until, now))
        .filter(rested -> rested.restEndAt(now) == null)
        .flatMap(began -> events.resting(began, until, now));
  }
}
