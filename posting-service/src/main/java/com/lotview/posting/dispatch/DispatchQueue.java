package com.lotview.posting.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Where jobs wait for their turn; the rest of the service's way to the dispatcher. Every method
 * joins the running transaction of the dealership.
 *
 * <p>Order of locks, the same for everyone, so that no two transactions wait for each other:
 *
 * <ol>
 *   <li>the slots of the accounts concerned; several in the order of their ids
 *   <li>their waiting jobs
 *   <li>the rows of the jobs themselves (postings, changes, checks)
 *   <li>the outbox
 * </ol>
 *
 * <p>Every method but {@link #busy} locks the account's slot itself. So a transaction that locks a
 * job's row and then calls one of them must call {@link #lock} before that row; it reads the job's
 * account without a lock for it. A row inserted by the transaction itself is no such row: nobody
 * else can wait for it.
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
  public Mono<Void> lock(UUID dealershipId, UUID fbAccountId) {
    return store.lock(dealershipId, fbAccountId);
  }

  /**
   * The job waits, to run at that moment or as soon after it as the account can. Replaces an
   * earlier entry of the job; fails if the account was never opened or shut.
   */
  public Mono<Void> schedule(UUID dealershipId, UUID fbAccountId, JobRef job, Instant dueAt) {
    AccountRef account = new AccountRef(dealershipId, fbAccountId);
    return store
        .schedule(dealershipId, fbAccountId, job, dueAt)
        .filter(free -> free && !dueAt.isAfter(clock.instant()))
        .flatMap(now -> signal.wakeAfterCommit(account));
  }

  /** The job waits no longer; one that does not wait is left as it is. */
  public Mono<Void> remove(UUID dealershipId, UUID jobId) {
    return store.remove(dealershipId, jobId);
  }

  /**
   * None of the account's jobs waits any longer; one that is on its way or runs is not touched.
   *
   * @return the jobs that waited
   */
  public Mono<List<JobRef>> drop(UUID dealershipId, UUID fbAccountId) {
    return store.drop(dealershipId, fbAccountId).collectList();
  }

  /** Whether a job of the account is on its way or runs; certain only under {@link #lock}. */
  public Mono<Boolean> busy(UUID dealershipId, UUID fbAccountId) {
    return store.slot(dealershipId, fbAccountId).map(AccountSlot::busy).defaultIfEmpty(false);
  }

  /** The attempt has ended: the account is free for its next job. */
  public Mono<Void> release(
      UUID dealershipId, UUID fbAccountId, UUID jobId, int attempt, Instant now) {
    AccountRef account = new AccountRef(dealershipId, fbAccountId);
    return store
        .release(dealershipId, fbAccountId, jobId, attempt, now)
        .filter(more -> more)
        .flatMap(more -> signal.wakeAfterCommit(account));
  }

  /** The account's jobs may run. */
  public Mono<Void> open(UUID dealershipId, UUID fbAccountId) {
    return store
        .setOpen(dealershipId, fbAccountId, true)
        .then(signal.wakeAfterCommit(new AccountRef(dealershipId, fbAccountId)));
  }

  /** The account's jobs wait until it is opened again. */
  public Mono<Void> shut(UUID dealershipId, UUID fbAccountId) {
    return store.setOpen(dealershipId, fbAccountId, false);
  }

  /**
   * The site wants a pause: the account's posts wait until then, its other jobs go on. An earlier
   * pause that lasts longer stays.
   */
  public Mono<Void> rest(UUID dealershipId, UUID fbAccountId, Instant until) {
    return store.rest(dealershipId, fbAccountId, until);
  }
}
