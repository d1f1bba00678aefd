package com.lotview.posting.dispatch;

import com.lotview.posting.id.DealershipId;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Waiting jobs and the accounts' slots. Every method runs in the caller's transaction: {@link
 * #freeAccounts} in one of the system, all others in one of the dealership.
 *
 * <p>An account's slot keeps the moment of its next poll: never later than the moment at which a
 * waiting job of it may run, and none if nothing waits. All that changes an account's waiting jobs
 * locks its slot first, and holds it until the transaction ends.
 */
public interface DispatchStore {

  /**
   * Accounts that are open, run nothing and whose next poll is due. Fair between dealerships: first
   * the longest waiting account of each, then the second ones; among these, first the dealership
   * that was handed to the fleet longest ago.
   */
  Flux<AccountRef> freeAccounts(Instant now, int limit);

  /**
   * Locks the account's slot if no other transaction holds the lock.
   *
   * @return the slot; empty if another transaction holds the lock
   */
  Mono<AccountSlot> claim(AccountRef account);

  /** Locks the account's slot, waiting for it; does nothing if there is none. */
  Mono<Void> lock(AccountRef account);

  /** The account's slot, without a lock. */
  Mono<AccountSlot> slot(AccountRef account);

  /** The first jobs that wait for the account, due or not. */
  Mono<QueueHeads> heads(AccountRef account);

  /** Moments of the account's posts since then. */
  Flux<Instant> taken(AccountRef account, Instant since);

  /**
   * Gives the claimed slot to the job, takes it off the waiting list, and for a post logs it and
   * drops those that no limit looks at any more.
   */
  Mono<Void> occupy(AccountRef account, JobRef job, int attempt, Instant now);

  /**
   * Frees the slot if this attempt holds it; its post counts from now on.
   *
   * @return whether the account may have something to do now
   */
  Mono<Boolean> release(AccountRef account, UUID jobId, int attempt, Instant now);

  /** When this attempt was handed to the fleet; empty if a worker has begun it. */
  Mono<Instant> handed(AccountRef account, UUID jobId, int attempt);

  /**
   * A worker begins this attempt. Repeats change nothing.
   *
   * @return whether the attempt holds the slot
   */
  Mono<Boolean> begin(AccountRef account, UUID jobId, int attempt, Instant now);

  /** How many jobs the fleet has that no worker has begun; in a transaction of the system. */
  Mono<Integer> notBegun();

  /** The attempt was never begun: its post counts for no limit. */
  Mono<Void> uncount(AccountRef account, UUID jobId, int attempt);

  /** A post by hand counts, from that moment on; a repeat moves it to its own moment. */
  Mono<Void> count(AccountRef account, UUID postingId, int attempt, Instant at);

  /** Sets the moment of the next poll; only under the account's lock. */
  Mono<Void> pollAgain(AccountRef account, @Nullable Instant at);

  /**
   * Puts a job on the waiting list; replaces an earlier entry of it.
   *
   * @return whether the account could run it at once if it were due; fails if there is no slot
   */
  Mono<Boolean> schedule(AccountRef account, JobRef job, Instant dueAt);

  /** Takes a job off the waiting list. */
  Mono<Void> remove(DealershipId dealership, UUID jobId);

  /** Takes all jobs of the account off the waiting list; gives back which. */
  Flux<JobRef> drop(AccountRef account);

  /** Makes the account's slot, or opens or shuts it. */
  Mono<Void> setOpen(AccountRef account, boolean open);

  /** Posts of the account wait until then, at least. */
  Mono<Void> rest(AccountRef account, Instant until);

  /** The accounts for which any of the jobs waits. */
  Flux<AccountRef> accountsOf(UUID dealershipId, Collection<UUID> jobIds);

  /** The first posts that wait for the account, in order. */
  Flux<WaitingJob> posts(AccountRef account, int limit);
}
