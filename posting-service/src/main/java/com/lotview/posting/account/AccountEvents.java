package com.lotview.posting.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Tells other services of accounts, in the running transaction. */
public interface AccountEvents {

  /** The account's session became valid or needs its owner, as its state says. */
  Mono<Void> sessionChanged(FbAccount account, @Nullable String reason, Instant at);
}
