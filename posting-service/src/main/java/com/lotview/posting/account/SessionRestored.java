package com.lotview.posting.account;

import com.lotview.posting.dispatch.AccountRef;
import reactor.core.publisher.Mono;

/** What continues when an account's owner has signed in again. */
public interface SessionRestored {

  /** Joins the running transaction, which holds the lock on the account's turn. */
  Mono<Void> sessionRestored(AccountRef account);
}
