package com.lotview.posting.posting.progress;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.audit.AuditTrail;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.idempotency.IdempotentRequests;
import com.lotview.kit.security.Caller;
import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.posting.dispatch.DispatchQueue;
import com.lotview.posting.posting.lifecycle.PostingLifecycle;
import com.lotview.posting.posting.lifecycle.Transition;
import com.lotview.posting.posting.lifecycle.Trigger;
import com.lotview.posting.posting.model.ListingSnapshot;
import com.lotview.posting.posting.model.Posting;
import com.lotview.posting.posting.model.PostingChanges;
import com.lotview.posting.posting.model.PostingEvents;
import com.lotview.posting.posting.model.PostingMissing;
import com.lotview.posting.posting.model.PostingStore;
import com.lotview.posting.posting.submit.AcceptedPosting;
import com.lotview.posting.posting.submit.ListingFacts;
import com.lotview.posting.posting.submit.PostingOrder;
import com.lotview.posting.texts.DealerTexts;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Has failed postings tried again, with the vehicle as it is now. The text is kept if it says the
 * right things of it.
 */
@Service
public class RetryPosting {
  private static final String ROUTE = "POST /v1/postings/{id}/retry";

  private final PostingStore store;
  private final PostingChanges changes;
  private final PostingEvents events;
  private final ListingFacts facts;
  private final DispatchQueue waiting;
  private final AuditTrail audit;
  private final IdempotentRequests idempotent;
  private final TenantTransactions transactions;
  private final Clock clock;

  RetryPosting(
      PostingStore store,
      PostingChanges changes,
      PostingEvents events,
      ListingFacts facts,
      DispatchQueue waiting,
      AuditTrail audit,
      IdempotentRequests idempotent,
      TenantTransactions transactions,
      Clock clock) {
    this.store = store;
    this.changes = changes;
    this.events = events;
    this.facts = facts;
    this.waiting = waiting;
    this.audit = audit;
    this.idempotent = idempotent;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** What makes two requests the same one. */
  private record Request(UUID postingId) {}

  /**
   * Has it tried again.
   *
   * @param key the request's Idempotency-Key
   * @return fails with {@code POSTING_NOT_FOUND}, {@code POSTING_NOT_RETRYABLE}, {@code
   *     POSTING_ALREADY_ACTIVE}, or as a new order of the vehicle would
   */
  public Mono<AcceptedPosting> retry(Caller caller, UUID id, @Nullable String key) {
    Request request = new Request(id);
    // A repeated request gets its first answer, even if the posting has changed since.
    return idempotent
        .findEarlier(caller, ROUTE, key, request, AcceptedPosting.class)
        .switchIfEmpty(
            Mono.defer(() ->
                snapshot(caller, id)
                    .flatMap(snapshot ->
                        idempotent.once(
                            caller,
                            ROUTE,
                            key,
                            request,
                            AcceptedPosting.class,
                            again(caller, id, snapshot)))))
        .onErrorResume(DuplicateKeyException.class, race -> refuse(caller, id));
  }

  private Mono<Posting> find(Caller caller, UUID id) {
    return transactions
        .inTenant(caller.dealershipId(), store.find(id))
        .switchIfEmpty(Mono.error(PostingMissing::error));
  }

  // Other services are asked before the transaction: no connection waits for them.
  private Mono<ListingSnapshot> snapshot(Caller caller, UUID id) {
    return find(caller, id)
        .flatMap(posting ->
            posting.life().after(new Trigger.Retried(true))
                    instanceof Transition.Refused(ErrorCode code, String why)
                ? Mono.error(new RefusalException(code, why))
                : facts.of(caller.dealershipId(), PostingOrder.again(posting)));
  }

  private Mono<AcceptedPosting> again(Caller caller, UUID id, ListingSnapshot snapshot) {
    return store
        .findAccount(id)
        .flatMap(waiting::lock)
        .then(Mono.defer(() -> store.findLocked(id)))
        .flatMap(before ->
            again(before, snapshot)
                .delayUntil(after ->
                    audit.record(
                        caller, "posting.retried", "posting/" + id, after.changesSince(before))))
        .map(AcceptedPosting::retried);
  }

  private Mono<Posting> again(Posting posting, ListingSnapshot snapshot) {
    boolean textKept = posting.text() != null && snapshot.hasFactsOf(posting.snapshot());
    return switch (posting.life().after(new Trigger.Retried(textKept))) {
      case Transition.Refused(ErrorCode code, String why) ->
          Mono.error(new RefusalException(code, why));
      case Transition.Kept kept -> Mono.just(posting);
      case Transition.Changed(PostingLifecycle next, Transition.FollowUp then) -> {
        Instant now = clock.instant();
        Posting again =
            posting
                .in(next, now)
                .with(new Posting.Content(snapshot, textKept ? posting.text() : null), now);
        yield refuseSecond(again)
            .then(Mono.defer(() -> changes.reissue(posting, again, DealerTexts.RETRY_REQUESTED)))
            .then(Mono.defer(() -> goOn(again, then, now)))
            .thenReturn(again);
      }
    };
  }

  private Mono<Void> goOn(Posting again, Transition.FollowUp then, Instant now) {
    return then == Transition.FollowUp.ASK_FOR_TEXT
        ? events.textWanted(again)
        : waiting.schedule(again.account(), again.job(), again.due(now));
  }

  private Mono<Void> refuseSecond(Posting posting) {
    String vin = posting.vin();
    return store
        .findActive(Set.of(posting.vehicleId()), vin == null ? Set.of() : Set.of(vin))
        .next()
        .flatMap(active -> Mono.error(active.refusal(posting.vehicleId())));
  }

  // Another posting of the vehicle was ordered between the look and the change.
  private Mono<AcceptedPosting> refuse(Caller caller, UUID id) {
    return find(caller, id)
        .flatMap(posting -> transactions.inTenant(caller.dealershipId(), refuseSecond(posting)))
        .then(
            Mono.error(() ->
                new RefusalException(
                    ErrorCode.POSTING_ALREADY_ACTIVE, ErrorCode.POSTING_ALREADY_ACTIVE.title())));
  }
}
