package com.lotview.posting.posting.progress;

import com.lotview.contracts.ErrorCode;
import com.lotview.contracts.Permission;
import com.lotview.kit.audit.AuditTrail;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.security.Caller;
import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.posting.dispatch.DispatchQueue;
import com.lotview.posting.posting.lifecycle.PostingLifecycle;
import com.lotview.posting.posting.lifecycle.RemovalWish;
import com.lotview.posting.posting.lifecycle.Transition;
import com.lotview.posting.posting.lifecycle.Trigger;
import com.lotview.posting.posting.model.LiveListing;
import com.lotview.posting.posting.model.Posting;
import com.lotview.posting.posting.model.PostingChanges;
import com.lotview.posting.posting.model.PostingError;
import com.lotview.posting.posting.model.PostingStore;
import com.lotview.posting.posting.remove.RemovalOrders;
import com.lotview.posting.texts.DealerTexts;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Takes the listing that a person has published by hand. */
@Service
public class FinishByHand {
  private final PostingStore store;
  private final PostingChanges changes;
  private final ObjectProvider<RemovalOrders> removals;
  private final DispatchQueue waiting;
  private final ListingLooks looks;
  private final AuditTrail audit;
  private final TenantTransactions transactions;
  private final Clock clock;

  FinishByHand(
      PostingStore store,
      PostingChanges changes,
      ObjectProvider<RemovalOrders> removals,
      DispatchQueue waiting,
      ListingLooks looks,
      AuditTrail audit,
      TenantTransactions transactions,
      Clock clock) {
    this.store = store;
    this.changes = changes;
    this.removals = removals;
    this.waiting = waiting;
    this.looks = looks;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Notes the listing. The same one again changes nothing.
   *
   * @return fails with {@code POSTING_NOT_FOUND}, {@code POSTING_NOT_BY_HAND}, {@code FORBIDDEN}
   *     for another person than the one who began, or {@code VALIDATION_ERROR} if the listing is
   *     that of another posting
   */
  public Mono<Posting> listed(Caller caller, UUID id, ListingAddress listing) {
    Mono<Posting> work =
        store
            .findLocked(id, waiting)
            .flatMap(before ->
                listed(caller, before, listing)
                    .delayUntil(after ->
                        audit.record(
                            caller,
                            "posting.listed.by-hand",
                            "posting/" + id,
                            after.changesSince(before))));
    return transactions.inTenant(caller.dealershipId(), work);
  }

  private Mono<Posting> listed(Caller caller, Posting posting, ListingAddress listing) {
    return switch (posting.life().after(new Trigger.ListedByHand())) {
      case Transition.Refused(var code, String why) -> Mono.error(new RefusalException(code, why));
      case Transition.Kept kept -> check(caller, posting, listing).thenReturn(posting);
      case Transition.Changed(PostingLifecycle next, Transition.FollowUp then) ->
          check(caller, posting, listing)
              .then(Mono.defer(() -> listed(posting, next, then, listing)));
    };
  }

  private Mono<Void> check(Caller caller, Posting posting, ListingAddress listing) {
    if (!posting.userId().equals(caller.userId()) && !caller.permits(Permission.POSTINGS_RESOLVE)) {
      return Mono.error(
          new RefusalException(ErrorCode.FORBIDDEN, DealerTexts.BY_HAND_OTHER_PERSON));
    }
    return store
        .findByListing(listing.id())
        .filter(other -> !other.equals(posting.id()))
        .flatMap(other ->
            Mono.error(
                RefusalException.invalid(
                    "listingUrl", DealerTexts.listingOfAnother(other.toString()))));
  }

  private Mono<Posting> listed(
      Posting posting, PostingLifecycle next, Transition.FollowUp then, ListingAddress listing) {
    Instant now = clock.instant();
    Posting known = posting.in(next, now).with(new LiveListing(listing.id(), listing.url(), now));
    return then == Transition.FollowUp.TELL_IT_IS_LIVE
        ? tellItIsLive(posting, known, listing)
        : live(posting, known.with((PostingError) null), then);
  }

  private Mono<Posting> live(Posting before, Posting live, Transition.FollowUp then) {
    return changes
        .save(before, live, DealerTexts.LISTED_BY_HAND)
        .then(
            Mono.defer(() ->
                waiting.recount(live.account(), live.id(), live.attempts(), live.updatedAt())))
        .then(Mono.defer(() -> looks.listed(live.account())))
        .then(Mono.defer(() -> orderRemoval(live, then)))
        .thenReturn(live);
  }

  private Mono<Void> orderRemoval(Posting live, Transition.FollowUp then) {
    RemovalWish wish = live.life().wish();
    return wish == null || then != Transition.FollowUp.REMOVE
        ? Mono.empty()
        : removals.getObject().removalWanted(live, wish.how(), wish.by());
  }

  // The state stays, but people must learn that there is a listing.
  private Mono<Posting> tellItIsLive(Posting before, Posting known, ListingAddress listing) {
    PostingError error =
        new PostingError("LIVE_AFTER_ALL", DealerTexts.liveAfterEnd(listing.url()), null);
    Posting told = known.with(error);
    return changes.save(before, told, error.message()).thenReturn(told);
  }
}
