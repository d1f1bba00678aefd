package com.lotview.posting.account;

import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Lets accounts rest that have posted more than the site wants. */
public interface AccountRest {

  /**
   * The site shows a limit notice: nothing of the account runs until it has rested. Joins the
   * running transaction, which holds the lock on the account's turn.
   */
  Mono<Void> limitNotice(UUID dealershipId, UUID fbAccountId, Instant now);
}
