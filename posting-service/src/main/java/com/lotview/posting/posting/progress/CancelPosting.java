package com.lotview.posting.posting.progress;

import com.lotview.kit.audit.AuditTrail;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.security.Caller;
import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.posting.dispatch.DispatchQueue;
import com.lotview.posting.id.DealershipId;
import com.lotview.posting.posting.lifecycle.PostingLifecycle;
import com.lotview.posting.posting.lifecycle.PostingStatus;
import com.lotview.posting.posting.lifecycle.Transition;
import com.lotview.posting.posting.lifecycle.Trigger;
import com.lotview.posting.posting.model.Posting;
import com.lotview.posting.posting.model.PostingChanges;
import com.lotview.posting.posting.model.PostingMissing;
import com.lotview.posting.posting.model.PostingStore;
import com.lotview.posting.texts.DealerTexts;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Cancels postings that no worker has. */
@Service
public class CancelPosting {
  private final PostingStore store;
  private final PostingChanges changes;
  private final DispatchQueue waiting;
  private final AuditTrail audit;
  private final TenantTransactions transactions;
  private final Clock clock;

  CancelPosting(
      PostingStore store,
      PostingChanges changes,
      DispatchQueue waiting,
      AuditTrail audit,
      TenantTransactions transactions,
      Clock clock) {
    this.store = store;
    this.changes = changes;
    this.waiting = waiting;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Cancels the posting; a cancelled one stays unchanged.
   *
   * @return fails with {@code POSTING_NOT_FOUND} or {@code POSTING_NOT_CANCELLABLE}
   */
  public Mono<Posting> cancel(Caller caller, UUID id) {
    Mono<Posting> work =
        // The slot and the queue entry first, in the dispatcher's lock order, so that the two
        // cannot deadlock.
        store
            .findAccount(id)
            .flatMap(waiting::lock)
            .then(waiting.remove(new DealershipId(caller.dealershipId()), id))
            .then(Mono.defer(() -> store.findLocked(id)))
            .switchIfEmpty(Mono.error(PostingMissing::error))
            .flatMap(posting -> cancel(caller, posting));
    return transactions.inTenant(caller.dealershipId(), work);
  }

  private Mono<Posting> cancel(Caller caller, Posting posting) {
    return switch (posting.life().after(new Trigger.Cancelled())) {
      case Transition.Kept kept -> Mono.just(posting);
      case Transition.Refused(var code, String why) -> Mono.error(new RefusalException(code, why));
      case Transition.Changed(PostingLifecycle next, Transition.FollowUp then) ->
          cancelled(posting, message(posting, next))
              .flatMap(cancelled ->
                  audit
                      .record(
                          caller,
                          "posting.cancelled",
                          "posting/" + posting.id(),
                          cancelled.changesSince(posting))
                      .thenReturn(cancelled));
    };
  }

  private static String message(Posting before, PostingLifecycle next) {
    if (before.status() == PostingStatus.POSTING) {
      return DealerTexts.NOT_LISTED_BY_HAND;
    }
    return next.openClick() == null ? DealerTexts.CANCELLED : DealerTexts.MAY_BE_LIVE;
  }

  private Mono<Posting> cancelled(Posting posting, String message) {
    if (!(posting.life().after(new Trigger.Cancelled())
        instanceof Transition.Changed(PostingLifecycle next, Transition.FollowUp then))) {
      return Mono.just(posting);
    }
    Posting cancelled = posting.in(next, clock.instant());
    Mono<Void> uncounted =
        posting.status() == PostingStatus.POSTING
            ? waiting.uncount(posting.account(), posting.id(), posting.attempts())
            : Mono.empty();
    return changes.save(posting, cancelled, message).then(uncounted).thenReturn(cancelled);
  }
}
