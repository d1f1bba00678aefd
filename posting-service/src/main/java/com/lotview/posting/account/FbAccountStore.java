package com.lotview.posting.account;

import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Accounts. Every method joins the running transaction and sees its dealership only. */
public interface FbAccountStore {

  /** All accounts, oldest first. */
  Flux<FbAccount> findAll();

  /** The account of that identity. */
  Mono<FbAccount> findByIdentity(String identityHash);

  /** The account with its session. */
  Mono<SealedSession> findSession(UUID id);

  /**
   * Adds an account with its first session.
   *
   * @return fails with a {@code DuplicateKeyException} if the dealership has one of that identity
   */
  Mono<Void> insert(FbAccount account, String identityHash, String sealedSession);

  /** Gives an account a new session, label and the state VALID. */
  Mono<Void> reconnect(FbAccount account, String sealedSession);

  /** Replaces the session if that version is still the newest; false if not. */
  Mono<Boolean> refresh(UUID id, String sealedSession, long version, Instant now);

  /** Marks the account; empty if it was marked already. */
  Mono<FbAccount> markNeedsLogin(UUID id, Instant now);
}
