package com.lotview.posting.account;

import com.lotview.posting.dispatch.AccountRef;
import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Checks, one row per account. Every method but {@link #due} joins the running transaction of a
 * dealership and sees its rows only.
 */
public interface SessionCheckStore {

  /** The account's check. */
  Mono<SessionCheck> find(UUID fbAccountId);

  /** The account's check, locked until the transaction ends. */
  Mono<SessionCheck> findLocked(UUID fbAccountId);

  /** The check of that id, locked; empty if a later one has taken its place. */
  Mono<SessionCheck> findById(UUID id);

  /** Adds or replaces the account's check. */
  Mono<Void> save(SessionCheck check);

  /** Forgets the account's check. */
  Mono<Void> delete(UUID fbAccountId);

  /**
   * Accounts of all dealerships whose next check is due and none is under way, the longest due
   * first; in a transaction of the system.
   */
  Flux<AccountRef> due(Instant now, int limit);
}
