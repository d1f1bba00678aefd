package com.lotview.posting.posting;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.security.Caller;
import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.kit.web.ApiException;
import com.lotview.posting.audit.AuditTrail;
import com.lotview.posting.dispatch.WaitingList;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Calls postings off that no worker has. */
@Service
public class CancelPosting {
  private final PostingStore store;
  private final PostingEvents events;
  private final WaitingList waiting;
  private final AuditTrail audit;
  private final TenantTransactions transactions;
  private final Clock clock;

  CancelPosting(
      PostingStore store,
      PostingEvents events,
      WaitingList waiting,
      AuditTrail audit,
      TenantTransactions transactions,
      Clock clock) {
    this.store = store;
    this.events = events;
    this.waiting = waiting;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Calls the posting off; one that is called off already is left as it is.
   *
   * @return fails with {@code POSTING_NOT_FOUND} or {@code POSTING_NOT_CANCELLABLE}
   */
  public Mono<Posting> cancel(Caller caller, UUID id) {
    Mono<Posting> work =
        // First the waiting list, as the dispatcher does: so neither waits for the other.
        waiting
            .remove(caller.dealershipId(), id)
            .then(store.findLocked(id))
            .switchIfEmpty(Mono.error(PostingMissing::error))
            .flatMap(posting -> cancel(caller, posting));
    return transactions.inTenant(caller.dealershipId(), work);
  }

  private Mono<Posting> cancel(Caller caller, Posting posting) {
    if (posting.status() == PostingStatus.CANCELLED) {
      return Mono.just(posting);
    }
    if (!posting.status().isCancellable()) {
      return Mono.error(
          new ApiException(
              ErrorCode.POSTING_NOT_CANCELLABLE, "The posting is " + posting.status()));
    }
    Posting cancelled = posting.to(PostingStatus.CANCELLED, clock.instant());
    return store
        .replace(posting.status(), cancelled, TimelineEntry.state(cancelled, "Cancelled"))
        .then(Mono.defer(() -> events.changed(cancelled)))
        .then(audit.record(caller, "posting.cancelled", "posting/" + posting.id()))
        .thenReturn(cancelled);
  }
}
