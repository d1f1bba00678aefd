package com.lotview.auth.session;

import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Stores failed sign-ins by lane, in the system's transaction. */
public interface AttemptStore {
  /** Locks the lane for other attempts until the transaction ends. */
  Mono<Void> lock(byte[] lane);

  /**
   * A try that has not succeeded.
   *
   * @param open its password is still being checked
   */
  record Attempt(Instant at, boolean open) {}

  /** The tries since a time, earliest first. */
  Flux<Attempt> since(byte[] lane, Instant from);

  /** Stores an open try, and deletes all that are older than the given time; returns its id. */
  Mono<UUID> add(byte[] lane, Instant at, Instant forgetBefore);

  /** The try's password was wrong. */
  Mono<Void> failed(UUID id);

  /** The try did not fail, and does not count. */
  Mono<Void> remove(UUID id);

  /** Deletes the attempts of this lane. */
  Mono<Void> clear(byte[] lane);
}
