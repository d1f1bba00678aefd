package com.lotview.posting.account;

import com.lotview.posting.dispatch.AccountRef;
import reactor.core.publisher.Mono;

/** What must be cancelled when an account is disconnected. */
public interface AccountDisconnected {

  /**
   * Joins the running transaction, which holds the lock on the account's turn; none of the
   * account's jobs is on the waiting list any more. What a worker has is let end.
   *
   * @return how many listings of the account stay live
   */
  Mono<Long> accountDisconnected(AccountRef account);
}
