package com.lotview.posting.posting.model;

import com.lotview.posting.dispatch.AccountRef;
import com.lotview.posting.dispatch.DispatchQueue;
import com.lotview.posting.dispatch.JobResult.Difference;
import com.lotview.posting.posting.lifecycle.PostingStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Postings. Every method but {@link #overdue} joins the running transaction of a dealership and
 * sees its rows only.
 */
public interface PostingStore {

  /**
   * Adds new postings, each with these first lines of its timeline, in one statement.
   *
   * @return the ids of those added; left out are those whose vehicle, VIN or marker is taken, also
   *     by one that is being added just now, for which it waits
   */
  Flux<UUID> insert(List<Posting> postings, List<TimelineEntry> timeline);

  /** Active postings of any of these vehicles or VINs. */
  Flux<ActivePosting> findActive(Collection<UUID> vehicleIds, Collection<String> vins);

  /** The posting. */
  Mono<Posting> find(UUID id);

  /** A posting that has, or had, the listing of this id. */
  Mono<UUID> findByListing(String listingId);

  /** The account of the posting, without a lock: its slot is locked before the posting. */
  Mono<AccountRef> findAccount(UUID id);

  /** The posting, locked until the transaction ends. */
  Mono<Posting> findLocked(UUID id);

  /**
   * The posting, locked until the transaction ends, after the slot of its account.
   *
   * @return fails with {@code POSTING_NOT_FOUND}
   */
  default Mono<Posting> findLocked(UUID id, DispatchQueue waiting) {
    return findAccount(id)
        .switchIfEmpty(Mono.error(PostingMissing::error))
        .flatMap(waiting::lock)
        .then(Mono.defer(() -> findLocked(id)));
  }

  /** The account's postings in those states, oldest first, locked. */
  Flux<Posting> findLocked(UUID fbAccountId, Set<PostingStatus> statuses);

  /**
   * Replaces what changes with a posting's life, with one line for its timeline; what was ordered
   * stays.
   *
   * @return since when it was in the state that its timeline told last; fails with an {@code
   *     OptimisticLockingFailureException} if it is no longer in the expected state, with a {@code
   *     DuplicateKeyException} if it would be active beside another one of its vehicle or VIN
   */
  Mono<Instant> replace(PostingStatus expected, Posting next, TimelineEntry entry);

  /**
   * As {@link #replace}, together with what was ordered: its facts, price, photos, account and
   * time.
   */
  Mono<Instant> reissue(PostingStatus expected, Posting next, TimelineEntry entry);

  /** Adds a line to the timeline; of a posting that is not there, nothing. */
  Mono<Void> append(UUID postingId, TimelineEntry entry);

  /**
   * Keeps pictures; those kept before are left out. Forgets those of the dealership that were taken
   * before that time.
   */
  Mono<Void> keep(UUID postingId, List<Evidence> evidence, Instant oldest);

  /** Stores where the listing differs from the order; replaces what was stored before. */
  Mono<Void> differ(UUID postingId, List<Difference> differences, Instant at);

  /** Where the listing differs from the order. */
  Flux<Difference> differences(UUID postingId);

  /** The timeline in order. */
  Flux<TimelineEntry> timeline(UUID postingId);

  /** The pictures since then, in the order in which they were taken. */
  Flux<Evidence> evidence(UUID postingId, Instant oldest);

  /** A part of the postings in its order. */
  Flux<Posting> page(PostingFilter filter, PostingSlice slice);

  /** How many postings there are for all pages. */
  Mono<Long> count(PostingFilter filter);

  /** How many postings there are in each state that has some. */
  Mono<Map<PostingStatus, Long>> countByStatus(PostingFilter filter);

  /**
   * A worker reported progress on a posting; its answer is awaited until then. It writes only if
   * the time moves by more than the slack, because steps come one soon after another.
   */
  Mono<Void> heard(UUID postingId, Instant answerUntil, Duration slack);

  /**
   * For a posting that is handed to the fleet: when it was noticed that the database has gone back
   * since the posting was ordered or last handed over. It may have been posted in between. Empty if
   * the database has not gone back.
   */
  Mono<Instant> forgotten(UUID postingId);

  /** A PUBLISHING posting is to be looked for then. */
  Mono<Void> watch(UUID postingId, Instant at);

  /**
   * Postings of all dealerships for which nothing has come in time, the longest overdue first; in a
   * transaction of the system.
   */
  Flux<Overdue> overdue(Instant now, int limit);

  /** A posting for which nothing has come in time. */
  record Overdue(AccountRef account, UUID postingId) {}
}
