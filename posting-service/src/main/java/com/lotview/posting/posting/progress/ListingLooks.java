package com.lotview.posting.posting.progress;

import com.lotview.posting.dispatch.AccountRef;
import reactor.core.publisher.Mono;

/**
 * Orders looks at the listings of an account. Every method joins the running transaction, which
 * holds the lock on the account's turn.
 */
public interface ListingLooks {

  /** The account has a listing: from now on it is watched. */
  Mono<Void> listed(AccountRef account);

  /** A look is wanted as soon as the account has nothing else to do; at most one waits or runs. */
  Mono<Void> wanted(AccountRef account);
}
