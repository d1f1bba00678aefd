package com.lotview.posting.posting.progress;

import com.lotview.kit.audit.AuditTrail;
import com.lotview.kit.error.ExpectedVersion;
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
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Settles a posting under review by what a person saw. It does not free the account's slot: while
 * the fleet has the attempt, only the fleet's answer does.
 */
@Service
public class ResolvePosting {
  private final PostingStore store;
  private final PostingChanges changes;
  private final ObjectProvider<RemovalOrders> removals;
  private final DispatchQueue waiting;
  private final AuditTrail audit;
  private final TenantTransactions transactions;
  private final Clock clock;

  ResolvePosting(
      PostingStore store,
      PostingChanges changes,
      ObjectProvider<RemovalOrders> removals,
      DispatchQueue waiting,
      AuditTrail audit,
      TenantTransactions transactions,
      Clock clock) {
    this.store = store;
    this.changes = changes;
    this.removals = removals;
    this.waiting = waiting;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * What a person saw.
   *
   * @param listing null: there is none
   */
  public record Finding(@Nullable ListingAddress listing, @Nullable String note) {}

  /**
   * Settles the posting.
   *
   * @return fails with {@code POSTING_NOT_FOUND}, {@code POSTING_NOT_IN_REVIEW} or {@code
   *     VERSION_CONFLICT}
   */
  public Mono<Posting> resolve(Caller caller, UUID id, Finding finding, ExpectedVersion expected) {
    Mono<Posting> work =
        store
            .findLocked(id, waiting)
            .doOnNext(posting -> expected.check(posting.updatedAt()))
            .flatMap(before ->
                resolve(before, finding)
                    .delayUntil(after ->
                        audit.record(
                            caller, action(finding), "posting/" + id, after.changesSince(before))));
    return transactions.inTenant(caller.dealershipId(), work);
  }

  private Mono<Posting> resolve(Posting posting, Finding finding) {
    ListingAddress listing = finding.listing();
    Trigger seen = listing == null ? new Trigger.ResolvedNotLive() : new Trigger.ResolvedLive();
    return switch (posting.life().after(seen)) {
      case Transition.Refused(var code, String why) -> Mono.error(new RefusalException(code, why));
      case Transition.Kept kept -> Mono.just(posting);
      case Transition.Changed(PostingLifecycle next, Transition.FollowUp then) -> {
        Instant now = clock.instant();
        Posting settled = posting.in(next, now);
        Posting known =
            listing == null
                ? settled
                : settled
                    .with(new LiveListing(listing.id(), listing.url(), now))
                    .with((PostingError) null);
        yield changes
            .save(posting, known, message(finding))
            .then(then == Transition.FollowUp.REMOVE ? orderRemoval(known) : Mono.empty())
            .thenReturn(known);
      }
    };
  }

  private Mono<Void> orderRemoval(Posting posting) {
    return Mono.defer(() -> {
      RemovalWish wish = posting.life().wish();
      return wish == null
          ? Mono.empty()
          : removals.getObject().removalWanted(posting, wish.how(), wish.by());
    });
  }

  private static String action(Finding finding) {
    return finding.listing() == null ? "posting.resolved.not-posted" : "posting.resolved.posted";
  }

  private static String message(Finding finding) {
    ListingAddress listing = finding.listing();
    String seen =
        listing == null ? DealerTexts.REVIEWED_NO_LISTING : DealerTexts.reviewedLive(listing.url());
    return DealerTexts.withNote(seen, finding.note());
  }
}
