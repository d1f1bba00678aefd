package com.lotview.posting.posting;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Postings. Every method joins the running transaction and sees its dealership only. */
public interface PostingStore {

  /**
   * Adds a posting with the first lines of its timeline.
   *
   * @return false if the vehicle has an active posting, also one that is being added just now;
   *     fails with a {@code DuplicateKeyException} if the marker was used before
   */
  Mono<Boolean> insert(Posting posting, List<TimelineEntry> timeline);

  /** The vehicle's active posting. */
  Mono<UUID> findActive(UUID vehicleId);

  /** The posting. */
  Mono<Posting> find(UUID id);

  /** The posting, locked until the transaction ends. */
  Mono<Posting> findLocked(UUID id);

  /** The account's postings in that state, oldest first, locked. */
  Flux<Posting> findLocked(UUID fbAccountId, PostingStatus status);

  /**
   * Replaces the posting, with one line for its timeline.
   *
   * @return fails with an {@code OptimisticLockingFailureException} if it is no longer in the
   *     expected state
   */
  Mono<Void> replace(PostingStatus expected, Posting next, TimelineEntry entry);

  /** Adds a line to the timeline; of a posting that is not there, nothing. */
  Mono<Void> append(UUID postingId, TimelineEntry entry);

  /** Keeps pictures; those kept before are left out. */
  Mono<Void> keep(UUID postingId, List<Evidence> evidence);

  /** The timeline in order. */
  Flux<TimelineEntry> timeline(UUID postingId);

  /** The pictures in the order in which they were taken. */
  Flux<Evidence> evidence(UUID postingId);

  /** One page of postings, newest first. */
  Flux<Posting> page(
      @Nullable PostingStatus status, @Nullable UUID vehicleId, int limit, long offset);

  /** How many postings there are for all pages. */
  Mono<Long> count(@Nullable PostingStatus status, @Nullable UUID vehicleId);
}
