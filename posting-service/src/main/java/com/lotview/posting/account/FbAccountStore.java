package com.lotview.posting.account;

import com.lotview.posting.dispatch.AccountRef;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Accounts. Every method joins the running transaction and sees its dealership only. */
public interface FbAccountStore {

  /** All connected accounts, oldest first. */
  Flux<FbAccount> findAll();

  /** The connected accounts through which that person may post, oldest first. */
  Flux<FbAccount> findUsable(UUID userId);

  /** The account, unless it is disconnected. */
  Mono<FbAccount> find(UUID id);

  /** The labels of these accounts, also of disconnected ones. */
  Mono<Map<UUID, String>> labels(Collection<UUID> ids);

  /** The account of that identity, also a disconnected one. */
  Mono<FbAccount> findByIdentity(String identityHash);

  /** The account with its session, unless it is disconnected. */
  Mono<SealedSession> findSession(UUID id);

  /**
   * Adds an account with its first session.
   *
   * @return fails with a {@code DuplicateKeyException} if the dealership has one of that identity
   */
  Mono<Void> insert(FbAccount account, String identityHash, String sealedSession);

  /**
   * Takes the identity for the account, in all dealerships.
   *
   * @param fingerprint hash of the account's number at the site
   * @return false if another dealership has connected it
   */
  Mono<Boolean> claim(FbAccount account, byte[] fingerprint);

  /** Lets other dealerships connect the account's identity. */
  Mono<Void> release(UUID id);

  /** Gives an account a new session, with its label, state and when that was seen to work. */
  Mono<Void> reconnect(FbAccount account, String sealedSession, Instant now);

  /** Replaces the session if that version is still the newest; false if not. */
  Mono<Boolean> refresh(UUID id, String sealedSession, long version, Instant now);

  /**
   * Replaces the seal of that version of the session, which stays the same one; false if it is
   * gone.
   */
  Mono<Boolean> reseal(UUID id, String sealedSession, long version);

  /**
   * The accounts of all dealerships by their ids, also disconnected ones; needs the system's
   * transaction.
   *
   * @param after the last one of the page before; null: from the first on
   */
  Flux<AccountRef> refs(@Nullable UUID after, int limit);

  /** Marks the account; empty if it was neither VALID nor CHECKING. */
  Mono<FbAccount> markNeedsLogin(UUID id, Instant now);

  /** Marks the account as seen to be valid; empty if it was already seen to be valid. */
  Mono<FbAccount> markValid(UUID id, Instant now);

  /** Notes a rest; the account as it was before, empty if it is disconnected. */
  Mono<FbAccount> rest(UUID id, Instant until, Instant now);

  /** Destroys the session and marks the account; empty if it is not connected. */
  Mono<FbAccount> disconnect(UUID id, Instant now);

  /** How many jobs of the account wait for their turn. */
  Mono<Long> countWaiting(UUID id);
}
