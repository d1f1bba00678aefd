package com.lotview.posting.change.stock;

import com.lotview.posting.change.RemovalHold;
import com.lotview.posting.posting.lifecycle.PostingStatus;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Holds. Every method joins the running transaction and sees its dealership only. */
public interface HoldStore {

  /** Adds a hold. */
  Mono<Void> insert(RemovalHold hold);

  /** Holds without a decision, oldest first. */
  Flux<RemovalHold> findUndecided();

  /** Notes the decision; the hold, empty if there is none that waits for one. */
  Mono<RemovalHold> decide(
      UUID importId, RemovalHold.Decision decision, UUID decidedBy, Instant at);

  /** Active postings of the vehicles, by id. */
  Flux<Occupied> findOccupied(Collection<UUID> vehicleIds);

  /** How many postings of the dealership are live. */
  Mono<Integer> countLive();

  /** A vehicle with its active posting. */
  record Occupied(UUID postingId, UUID vehicleId, UUID fbAccountId, PostingStatus status) {}
}
