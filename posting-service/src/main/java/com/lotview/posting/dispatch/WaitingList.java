package com.lotview.posting.dispatch;

import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Where postings wait for their turn; the rest of the service's way to the dispatcher. Every method
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

  /** The posting waits, to run at that moment or as soon after it as the account can. */
  public Mono<Void> schedule(UUID dealershipId, UUID fbAccountId, UUID postingId, Instant dueAt) {
    return store
        .schedule(dealershipId, fbAccountId, postingId, dueAt)
        .then(signal.wakeAfterCommit());
  }

  /** The posting waits no longer. Before anything of the posting itself is locked. */
  public Mono<Void> remove(UUID dealershipId, UUID postingId) {
    return store.remove(dealershipId, postingId);
  }

  /** The attempt has ended: the account is free for its next posting. */
  public Mono<Void> release(
      UUID dealershipId, UUID fbAccountId, UUID postingId, int attempt, Instant now) {
    return store
        .release(dealershipId, fbAccountId, postingId, attempt, now)
        .then(signal.wakeAfterCommit());
  }

  /** The account's postings may run. */
  public Mono<Void> open(UUID dealershipId, UUID fbAccountId) {
    return store.setOpen(dealershipId, fbAccountId, true).then(signal.wakeAfterCommit());
  }

  /** The account's postings wait until it is opened again. */
  public Mono<Void> shut(UUID dealershipId, UUID fbAccountId) {
    return store.setOpen(dealershipId, fbAccountId, false);
  }
}
