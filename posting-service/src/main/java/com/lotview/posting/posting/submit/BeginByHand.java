package com.lotview.posting.posting.submit;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.audit.AuditTrail;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.idempotency.IdempotentRequests;
import com.lotview.kit.security.Caller;
import com.lotview.posting.account.FbAccount;
import com.lotview.posting.account.FbAccounts;
import com.lotview.posting.dispatch.DispatchQueue;
import com.lotview.posting.posting.lifecycle.Transition;
import com.lotview.posting.posting.lifecycle.Trigger;
import com.lotview.posting.posting.model.ListingSnapshot;
import com.lotview.posting.posting.model.ListingText;
import com.lotview.posting.posting.model.Posting;
import com.lotview.posting.posting.model.PostingChanges;
import com.lotview.posting.texts.DealerTexts;
import com.lotview.posting.wiring.PostingProperties;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Reserves a vehicle for a person who fills the form and presses Publish. The posting occupies its
 * vehicle, VIN and a place in the account's limits like one that the fleet makes, until the person
 * reports the listing, gives up, or the time is over.
 */
@Service
public class BeginByHand {
  private static final String ROUTE = "POST /v1/postings/by-hand";

  private final ListingFacts facts;
  private final FbAccounts accounts;
  private final CreatePosting acceptance;
  private final ListingWriter writer;
  private final OwnText texts;
  private final PostingChanges changes;
  private final DispatchQueue waiting;
  private final AuditTrail audit;
  private final IdempotentRequests idempotent;
  private final PostingProperties properties;
  private final Clock clock;

  BeginByHand(
      ListingFacts facts,
      FbAccounts accounts,
      CreatePosting acceptance,
      ListingWriter writer,
      OwnText texts,
      PostingChanges changes,
      DispatchQueue waiting,
      AuditTrail audit,
      IdempotentRequests idempotent,
      PostingProperties properties,
      Clock clock) {
    this.facts = facts;
    this.accounts = accounts;
    this.acceptance = acceptance;
    this.writer = writer;
    this.texts = texts;
    this.changes = changes;
    this.waiting = waiting;
    this.audit = audit;
    this.idempotent = idempotent;
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * A posting that a person makes.
   *
   * @param until when the listing must be reported
   */
  public record Reserved(UUID id, String marker, Instant until) {}

  /**
   * Reserves the vehicle.
   *
   * @param key the request's Idempotency-Key
   * @return fails with {@code POSTING_ALREADY_ACTIVE}, {@code FB_RATE_LIMITED}, {@code FORBIDDEN}
   *     where a manager's approval is needed, or as an order of the vehicle would
   */
  public Mono<Reserved> begin(Caller caller, PostingOrder order, @Nullable String key) {
    return idempotent
        .findEarlier(caller, ROUTE, key, order, Reserved.class)
        .switchIfEmpty(Mono.defer(() -> beginNew(caller, order, key)));
  }

  // Other services are asked before the transaction: no connection waits for them.
  private Mono<Reserved> beginNew(Caller caller, PostingOrder order, @Nullable String key) {
    return facts
        .needsApproval(caller)
        .filter(held -> !held)
        .switchIfEmpty(
            Mono.error(() ->
                new RefusalException(ErrorCode.FORBIDDEN, DealerTexts.BY_HAND_NEEDS_APPROVAL)))
        .flatMap(free -> facts.of(caller.dealershipId(), order))
        .zipWhen(snapshot -> text(caller, order, snapshot))
        .flatMap(known -> {
          Mono<Reserved> work = reserve(caller, order, known.getT1(), known.getT2());
          return idempotent.once(caller, ROUTE, key, order, Reserved.class, work);
        });
  }

  private Mono<ListingText> text(Caller caller, PostingOrder order, ListingSnapshot snapshot) {
    ListingText own = order.text();
    return own == null
        ? writer.write(caller.dealershipId(), snapshot, Reference.room())
        : texts.check(caller.dealershipId(), order, snapshot).thenReturn(own);
  }

  private Mono<Reserved> reserve(
      Caller caller, PostingOrder order, ListingSnapshot snapshot, ListingText text) {
    CreatePosting.Draft draft = new CreatePosting.Draft(order, snapshot, false, true);
    return accounts
        .choose(caller, order.fbAccountId())
        .delayUntil(account -> waiting.lock(account.ref()))
        .flatMap(account -> take(caller, account, draft))
        .flatMap(posting -> occupy(caller, posting.with(text)));
  }

  private Mono<Posting> take(Caller caller, FbAccount account, CreatePosting.Draft draft) {
    return acceptance
        .take(caller, account, List.of(draft), null)
        .flatMap(answers ->
            switch (answers.getFirst()) {
              case CreatePosting.Refused(var vehicle, RefusalException problem) ->
                  Mono.error(problem);
              case CreatePosting.Accepted(Posting posting) -> Mono.just(posting);
            });
  }

  private Mono<Reserved> occupy(Caller caller, Posting ordered) {
    return switch (ordered.life().after(new Trigger.BegunByHand())) {
      case Transition.Changed(var next, var then) -> {
        Instant now = clock.instant();
        Posting begun = ordered.in(next, now);
        HandPlan.of(begun);
        yield waiting
            .countByHand(begun.account(), begun.id(), begun.attempts(), now)
            .then(Mono.defer(() -> changes.save(ordered, begun, DealerTexts.FILLED_BY_HAND)))
            .then(
                Mono.defer(() ->
                    audit.record(
                        caller,
                        "posting.begun.by-hand",
                        "posting/" + begun.id(),
                        begun.changesSince(null))))
            .thenReturn(
                new Reserved(begun.id(), begun.marker(), now.plus(properties.byHandTimeout())));
      }
      case Transition.Kept(String why) -> Mono.error(new IllegalStateException(why));
      case Transition.Refused(var code, String why) -> Mono.error(new RefusalException(code, why));
    };
  }
}
