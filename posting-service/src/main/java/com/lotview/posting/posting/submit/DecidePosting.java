package com.lotview.posting.posting.submit;

import com.lotview.kit.audit.AuditTrail;
import com.lotview.kit.error.ExpectedVersion;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.security.Caller;
import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.posting.dispatch.DispatchQueue;
import com.lotview.posting.posting.lifecycle.PostingLifecycle;
import com.lotview.posting.posting.lifecycle.Transition;
import com.lotview.posting.posting.lifecycle.Trigger;
import com.lotview.posting.posting.model.Posting;
import com.lotview.posting.posting.model.PostingChanges;
import com.lotview.posting.posting.model.PostingError;
import com.lotview.posting.posting.model.PostingEvents;
import com.lotview.posting.posting.model.PostingStore;
import com.lotview.posting.texts.DealerTexts;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Approves or declines postings that wait for a manager. Fails with {@code POSTING_NOT_FOUND},
 * {@code POSTING_NOT_AWAITING_APPROVAL} or {@code VERSION_CONFLICT}.
 */
@Service
public class DecidePosting {
  private static final String DECLINED = "DECLINED";

  private final PostingStore store;
  private final PostingChanges changes;
  private final PostingEvents events;
  private final OwnText texts;
  private final DispatchQueue waiting;
  private final AuditTrail audit;
  private final TenantTransactions transactions;
  private final Clock clock;

  DecidePosting(
      PostingStore store,
      PostingChanges changes,
      PostingEvents events,
      OwnText texts,
      DispatchQueue waiting,
      AuditTrail audit,
      TenantTransactions transactions,
      Clock clock) {
    this.store = store;
    this.changes = changes;
    this.events = events;
    this.texts = texts;
    this.waiting = waiting;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** The posting goes on as it was ordered. */
  public Mono<Posting> approve(Caller caller, UUID id, ExpectedVersion expected) {
    return decide(caller, id, expected, "posting.approved", this::approve);
  }

  /** The posting is cancelled for this reason. */
  public Mono<Posting> decline(Caller caller, UUID id, String reason, ExpectedVersion expected) {
    return decide(caller, id, expected, "posting.declined", posting -> decline(posting, reason));
  }

  private interface Decision {
    Mono<Posting> of(Posting posting);
  }

  private Mono<Posting> decide(
      Caller caller, UUID id, ExpectedVersion expected, String action, Decision decision) {
    Mono<Posting> work =
        store
            .findLocked(id, waiting)
            .doOnNext(posting -> expected.check(posting.updatedAt()))
            .flatMap(before ->
                decision
                    .of(before)
                    .delayUntil(after ->
                        audit.record(caller, action, "posting/" + id, after.changesSince(before))));
    return transactions.inTenant(caller.dealershipId(), work);
  }

  // A text that came with the order lets it wait for its turn at once.
  private Mono<Posting> approve(Posting posting) {
    return next(posting, new Trigger.Approved())
        .flatMap(approved ->
            approved.text() == null
                ? changes
                    .save(posting, approved, DealerTexts.APPROVED)
                    .then(Mono.defer(() -> events.textWanted(approved)))
                    .thenReturn(approved)
                : changes
                    .save(posting, approved, DealerTexts.APPROVED_WITH_TEXT)
                    .then(Mono.defer(() -> texts.use(approved))));
  }

  private Mono<Posting> decline(Posting posting, String reason) {
    String message = DealerTexts.declined(reason);
    return next(posting, new Trigger.Declined())
        .map(declined -> declined.with(new PostingError(DECLINED, message, null)))
        .flatMap(declined -> changes.save(posting, declined, message).thenReturn(declined));
  }

  private Mono<Posting> next(Posting posting, Trigger decision) {
    return switch (posting.life().after(decision)) {
      case Transition.Changed(PostingLifecycle life, Transition.FollowUp then) ->
          Mono.just(posting.in(life, clock.instant()));
      case Transition.Kept kept -> Mono.just(posting);
      case Transition.Refused(var code, String why) -> Mono.error(new RefusalException(code, why));
    };
  }
}
