package com.lotview.posting.watch;

import com.lotview.posting.dispatch.AccountRef;
import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Watches, one row per account that has had a listing. Every method but {@link #due} joins the
 * running transaction of a dealership and sees its rows only.
 */
public interface WatchStore {

  /** The account's watch. */
  Mono<AccountWatch> find(UUID fbAccountId);

  /** The account's watch, locked until the transaction ends. */
  Mono<AccountWatch> findLocked(UUID fbAccountId);

  /** The watch whose look has that id, locked; empty if a later one has taken its place. */
  Mono<AccountWatch> findByLook(UUID id);

  /** Adds or replaces the account's watch. */
  Mono<Void> save(AccountWatch watch);

  /**
   * Accounts of all dealerships whose next look is due and none is under way, the longest due
   * first; in a transaction of the system.
   */
  Flux<AccountRef> due(Instant now, int limit);
}
