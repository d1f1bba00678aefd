package com.lotview.posting.dispatch;

import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Where jobs wait for their turn; the rest of the service's way to the dispatcher. Every method
 * joins the running transaction of the dealership. Who touches an account's turn locks its slot
 * first ({@link #lock}), so that no two transactions wait for each other.
 */
@Component
public class WaitingList {
  private final DispatchStore store;
  private final DispatchSignal signal;

  WaitingList(DispatchStore store, DispatchSignal signal) {
    this.store = store;
    this.signal = signal;
  }

  /** Locks the account's turn until the transaction ends. */
  public Mono<Void> lock(UUID dealershipId, UUID fbAccountId) {
    return store.lock(dealershipId, fbAccountId);
  }

  /** The job waits, to run at that moment or as soon after it as the account can. */
  public Mono<Void> schedule(UUID dealershipId, UUID fbAccountId, JobRef job, Instant dueAt) {
    return store.schedule(dealershipId, fbAccountId, job, dueAt).then(signal.wakeAfterCommit());
  }

  /** The job waits no longer. Before anything of the job itself is locked. */
  public Mono<Void> remove(UUID dealershipId, UUID jobId) {
    return store.remove(dealershipId, jobId);
  }

  /** The attempt has ended: the account is free for its next job. */
  public Mono<Void> release(
      UUID dealershipId, UUID fbAccountId, UUID jobId, int attempt, Instant now) {
    return store
        .release(dealershipId, fbAccountId, jobId, attempt, now)
        .then(signal.wakeAfterCommit());
  }

  /** The account's jobs may run. */
  public Mono<Void> open(UUID dealershipId, UUID fbAccountId) {
    return store.setOpen(dealershipId, fbAccountId, true).then(signal.wakeAfterCommit());
  }

  /** The account's jobs wait until it is opened again. */
  public Mono<Void> shut(UUID dealershipId, UUID fbAccountId) {
    return store.setOpen(dealershipId, fbAccountId, false);
  }
}
