package com.lotview.auth.session;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Where refresh tokens are kept. Every call belongs into a running transaction. */
public interface RefreshTokenStore {
  /** Where a token belongs; needs the system's transaction. */
  Mono<Place> findPlace(byte[] hash);

  /** Makes other changes to the family wait until the transaction ends. */
  Mono<Void> lock(UUID family);

  /** The token, if the transaction's dealership has it. */
  Mono<StoredToken> find(byte[] hash);

  /** Adds a token, by its hash. */
  Mono<Void> insert(NewToken token, byte[] hash);

  /** Notes the token's first exchange. */
  Mono<Void> markRotated(UUID id, Instant at);

  /** Ends a session of the person; true if it had not ended before. */
  Mono<Boolean> revoke(UUID family, UUID userId, Instant at);

  /** Forgets what has expired of a person's tokens. */
  Mono<Void> deleteExpired(UUID userId, Instant now);

  /** The dealership and the family of a token. */
  record Place(UUID dealershipId, UUID family) {}

  /** A token to be added; the first of a family has no parent. */
  record NewToken(
      UUID id,
      UUID dealershipId,
      UUID userId,
      UUID family,
      @Nullable UUID parent,
      Instant createdAt,
      Instant expiresAt) {}
}
