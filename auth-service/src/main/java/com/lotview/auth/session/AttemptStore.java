package com.lotview.auth.session;

import java.time.Instant;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tries to sign in that have not succeeded, by hash of the e-mail; in the system's transaction. */
public interface AttemptStore {
  /** Makes other tries with this e-mail wait until the transaction ends. */
  Mono<Void> lock(byte[] email);

  /** The times of the last tries, latest first. */
  Flux<Instant> latest(byte[] email, int count);

  /** Notes a try, and forgets all that are older than the given time. */
  Mono<Void> add(byte[] email, Instant at, Instant forgetBefore);

  /** Forgets the tries with this e-mail. */
  Mono<Void> clear(byte[] email);
}
