package com.lotview.posting.dispatch;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.error.RefusalException;
import com.lotview.posting.id.DealershipId;
import com.lotview.posting.texts.DealerTexts;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Where jobs wait for their turn; the rest of the service reaches the dispatcher through it. Every
 * method joins the running transaction of the dealership.
 *
 * <p>Order of locks, the same everywhere, so that no two transactions wait for each other:
 *
 * <ol>
 *   <li>the slots of the accounts concerned; several in the order of their ids
 *   <li>their waiting jobs
 *   <li>the rows of the jobs themselves (postings, changes, checks)
 *   <li>the outbox
 * </ol>
 *
 * <p>Every method locks the account's slot itself. So a transaction that locks a job's row and then
 * calls one of them must call {@link #lock} before that row; it reads the job's account without a
 * lock. A row that the transaction itself inserted does not count: no other transaction can wait
 * for it.
 */
@Component
public class DispatchQueue {
  private final DispatchStore store;
  private final DispatchSignal signal;
  private final Clock clock;

  DispatchQueue(DispatchStore store, DispatchSignal signal, Clock clock) {
    this.store = store;
    this.signal = signal;
    this.clock = clock;
  }

  /** Locks the account's turn until the transaction ends. */
  public Mono<Void> lock(AccountRef account) {
    return store.lock(account);
  }

  /**
   * The job waits, to run at that moment or as soon after it as the account can. Replaces an
   * earlier entry of the job; fails if the account was never opened or shut.
   */
  public Mono<Void> schedule(AccountRef account, JobRef job, Instant dueAt) {
    return store
        .schedule(account, job, dueAt)
        .filter(free -> free && !dueAt.isAfter(clock.instant()))
        .flatMap(now -> signal.wakeAfterCommit(account));
  }

  /** The job waits no longer; one that does not wait is left as it is. */
  public Mono<Void> remove(DealershipId dealership, UUID jobId) {
    return store.remove(dealership, jobId);
  }

  /**
   * None of the account's jobs waits any longer; one that is on its way or runs is not touched.
   *
   * @return the jobs that waited
   */
  public Mono<List<JobRef>> drop(AccountRef account) {
    return store.drop(account).collectList();
  }

  /** The attempt has ended: the account is free for its next job. */
  public Mono<Void> release(AccountRef account, UUID jobId, int attempt, Instant now) {
    return store
        .release(account, jobId, attempt, now)
        .filter(more -> more)
        .flatMap(more -> signal.wakeAfterCommit(account));
  }

  /** When this attempt was handed to the fleet; empty if a worker has begun it. */
  public Mono<Instant> handed(AccountRef account, UUID jobId, int attempt) {
    return store.handed(account, jobId, attempt);
  }

  /** A worker begins this attempt; the account's slot stays with it. */
  public Mono<Void> begin(AccountRef account, UUID jobId, int attempt, Instant now) {
    return store.begin(account, jobId, attempt, now).then(signal.pollAfterCommit());
  }

  /** How many jobs the fleet has that no worker has begun; in a transaction of the system. */
  public Mono<Integer> notBegun() {
    return store.notBegun();
  }

  /** The fleet may take more jobs, once the running transaction has committed. */
  public Mono<Void> fleetHasRoom() {
    return signal.pollAfterCommit();
  }

  /** The attempt was never begun: no limit counts it. */
  public Mono<Void> uncount(AccountRef account, UUID jobId, int attempt) {
    return store.uncount(account, jobId, attempt);
  }

  /**
   * Counts a post that a person makes by hand, under the account's lock.
   *
   * @return fails with {@code FB_RATE_LIMITED} and the moment from which it may begin if the
   *     limits, or a pause that the site wants, leave no room
   */
  public Mono<Void> countByHand(AccountRef account, UUID postingId, int attempt, Instant now) {
    return store
        .taken(account, now.minus(PostLimits.DAY))
        .collectList()
        .zipWith(store.slot(account))
        .flatMap(known -> {
          Instant rest = known.getT2().restUntil();
          Instant from = rest != null && rest.isAfter(now) ? rest : now;
          Instant next = PostLimits.next(from, known.getT1());
          return next.isAfter(now)
              ? Mono.error(limited(next))
              : store.count(account, postingId, attempt, now);
        });
  }

  private static RefusalException limited(Instant until) {
    return new RefusalException(
        ErrorCode.FB_RATE_LIMITED, DealerTexts.limitedUntil(until), Map.of("until", until));
  }

  /** A post by hand that was counted may have been made at any time until then. */
  public Mono<Void> recount(AccountRef account, UUID postingId, int attempt, Instant now) {
    return store.count(account, postingId, attempt, now);
  }

  /** The account's jobs may run. */
  public Mono<Void> open(AccountRef account) {
    return store.setOpen(account, true).then(signal.wakeAfterCommit(account));
  }

  /** The account's jobs wait until it is opened again. */
  public Mono<Void> shut(AccountRef account) {
    return store.setOpen(account, false);
  }

  /**
   * The site wants a pause: the account's posts wait until then, its other jobs go on. An earlier
   * pause that lasts longer stays.
   */
  public Mono<Void> rest(AccountRef account, Instant until) {
    return store.rest(account, until);
  }
}
