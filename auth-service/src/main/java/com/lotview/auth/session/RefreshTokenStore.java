package com.lotview.auth.session;

import com.lotview.kit.security.RequestOrigin;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Stores refresh tokens. Every call joins the running transaction. */
public interface RefreshTokenStore {
  /** The dealership and family of a token; needs the system's transaction. */
  Mono<Place> findPlace(byte[] hash);

  /** Locks the family, or all sessions of a user to come, until the transaction ends. */
  Mono<Void> lock(UUID familyOrUser);

  /** The token, if the transaction's dealership has it. */
  Mono<StoredToken> find(byte[] hash);

  /** Adds a token, by its hash. */
  Mono<Void> insert(NewToken token, byte[] hash);

  /** Stores the token's first exchange. */
  Mono<Void> markRotated(UUID id, Instant at);

  /** Ends a session of the person; true if it had not ended before. */
  Mono<Boolean> revoke(UUID family, UUID userId, Instant at);

  /** The families of the person that have not ended, in one order for all callers. */
  Flux<UUID> openFamilies(UUID userId);

  /** The sessions of the person that have not ended or expired, the last used first. */
  Flux<OpenSession> openSessions(UUID userId, Instant now);

  /** Deletes a person's expired tokens. */
  Mono<Void> deleteExpired(UUID userId, Instant now);

  /** The dealership and the family of a token. */
  record Place(UUID dealershipId, UUID family) {}

  /**
   * A token to be added; the first of a family has no parent.
   *
   * @param startedAt when the session began
   */
  record NewToken(
      UUID id,
      UUID dealershipId,
      UUID userId,
      UUID family,
      @Nullable UUID parent,
      Instant startedAt,
      Instant createdAt,
      Instant expiresAt,
      RequestOrigin origin) {}
}
