package com.lotview.posting.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Publishes events about accounts to other services, in the running transaction. */
public interface AccountEvents {

  /** The account became valid, needs its owner, or was disconnected, as its state says. */
  Mono<Void> sessionChanged(FbAccount account, @Nullable String reason, Instant at);

  /** The account rests until then. */
  Mono<Void> resting(FbAccount account, Instant until, Instant at);

  /** A worker is to run the check's attempt now. */
  Mono<Void> checkRequested(SessionCheck check);
}
