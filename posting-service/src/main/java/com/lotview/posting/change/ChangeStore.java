package com.lotview.posting.change;

import com.lotview.posting.dispatch.JobKind;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Changes. Every method joins the running transaction and sees its dealership only. A transaction
 * locks a posting before its changes.
 */
public interface ChangeStore {

  /** Adds a change; false if the posting has an open one of its kind. */
  Mono<Boolean> insert(ListingChange change);

  /** The change. */
  Mono<ListingChange> find(UUID id);

  /** The change, locked until the transaction ends. */
  Mono<ListingChange> findLocked(UUID id);

  /** The posting's open changes, locked. */
  Flux<ListingChange> findOpen(UUID postingId);

  /** The posting's latest change of that kind. */
  Mono<ListingChange> findLatest(UUID postingId, JobKind kind);

  /** Removals that are held under that import, in the order of their postings. */
  Flux<ListingChange> findHeld(UUID importId);

  /** Changes of the account that wait or are held, in the order of their postings. */
  Flux<ListingChange> findWaiting(UUID fbAccountId);

  /** Writes what can change of a locked change. */
  Mono<Void> replace(ListingChange next);
}
