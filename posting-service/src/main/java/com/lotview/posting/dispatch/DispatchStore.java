package com.lotview.posting.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Waiting postings and the accounts' slots. Every method runs in the caller's transaction: {@link
 * #freeAccounts} in one of the system, all others in one of the dealership.
 */
public interface DispatchStore {

  /** Accounts that are open, run nothing and have a posting due; those waiting longest first. */
  Flux<FreeAccount> freeAccounts(Instant now, int limit);

  /**
   * Locks the account's slot if it is free and nobody else holds the lock.
   *
   * @return false if this is not the moment; the next look comes back to it
   */
  Mono<Boolean> claim(UUID dealershipId, UUID fbAccountId);

  /** Locks the account's slot, waiting for it. */
  Mono<Void> lock(UUID dealershipId, UUID fbAccountId);

  /** The account's postings that are due or postponed, in order, locked; locked ones left out. */
  Flux<WaitingJob> waiting(UUID dealershipId, UUID fbAccountId, Instant now, int limit);

  /** Moments of the account's posts since then. */
  Flux<Instant> taken(UUID dealershipId, UUID fbAccountId, Instant since);

  /**
   * Gives the slot to the job, takes it off the waiting list, and for a post logs it and drops
   * those that no limit looks at any more.
   */
  Mono<Void> occupy(UUID dealershipId, UUID fbAccountId, JobRef job, int attempt, Instant now);

  /** Frees the slot if this attempt holds it; its post counts from now on. */
  Mono<Void> release(UUID dealershipId, UUID fbAccountId, UUID jobId, int attempt, Instant now);

  /** Moves postings to later moments. */
  Mono<Void> postpone(UUID dealershipId, List<Turn.Move> moves);

  /** Puts a job on the waiting list; replaces an earlier entry of it. */
  Mono<Void> schedule(UUID dealershipId, UUID fbAccountId, JobRef job, Instant dueAt);

  /** Takes a job off the waiting list, waiting for whoever holds its entry. */
  Mono<Void> remove(UUID dealershipId, UUID jobId);

  /** Makes the account's slot, or opens or shuts it. */
  Mono<Void> setOpen(UUID dealershipId, UUID fbAccountId, boolean open);
}
