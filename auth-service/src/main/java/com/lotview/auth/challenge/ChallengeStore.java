package com.lotview.auth.challenge;

import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Stores challenges by the hash of their token. Every call joins the running transaction. */
public interface ChallengeStore {
  /** Adds a challenge. */
  Mono<Void> add(byte[] hash, Pending pending, Instant expiresAt);

  /** The owner of the challenge, if it is still open; needs the system's transaction. */
  Mono<Pending> find(byte[] hash, Instant now);

  /** Redeems the challenge: true for one caller only, and only while it is open. */
  Mono<Boolean> use(byte[] hash, Instant now);

  /** Deletes the dealership's challenges that are over. */
  Mono<Void> forget(Instant now);

  /**
   * The person who has shown a password.
   *
   * @param version of the person's rights at that time
   */
  record Pending(UUID dealershipId, UUID userId, int version) {}
}
