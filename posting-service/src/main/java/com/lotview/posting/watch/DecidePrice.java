package com.lotview.posting.watch;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.audit.AuditTrail;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.security.Caller;
import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.posting.dispatch.DispatchQueue;
import com.lotview.posting.posting.lifecycle.PostingStatus;
import com.lotview.posting.posting.model.ListingSight;
import com.lotview.posting.posting.model.Posting;
import com.lotview.posting.posting.model.PostingError;
import com.lotview.posting.posting.model.PostingStore;
import com.lotview.posting.posting.model.SightStore;
import com.lotview.posting.posting.model.TimelineEntry;
import com.lotview.posting.texts.DealerTexts;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Settles a price that was changed at the site: it stays, or the listing gets the ordered one. */
@Service
public class DecidePrice {
  private final PostingStore postings;
  private final SightStore sights;
  private final PriceOrders prices;
  private final DispatchQueue waiting;
  private final AuditTrail audit;
  private final TenantTransactions transactions;
  private final Clock clock;

  DecidePrice(
      PostingStore postings,
      SightStore sights,
      PriceOrders prices,
      DispatchQueue waiting,
      AuditTrail audit,
      TenantTransactions transactions,
      Clock clock) {
    this.postings = postings;
    this.sights = sights;
    this.prices = prices;
    this.waiting = waiting;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** What a person decides. */
  public enum Decision {
    /** The posting takes the price that its listing shows. */
    ACCEPT,
    /** The listing gets the ordered price back. */
    RESTORE
  }

  /**
   * Settles it.
   *
   * @return fails with {@code POSTING_NOT_FOUND} or {@code LISTING_NOT_REPRICED}
   */
  public Mono<Posting> decide(Caller caller, UUID id, Decision decision) {
    Mono<Posting> work =
        postings
            .findLocked(id, waiting)
            .flatMap(posting ->
                sights
                    .find(id)
                    .filter(sight -> posting.status() == PostingStatus.POSTED && sight.otherPrice())
                    .switchIfEmpty(Mono.error(DecidePrice::refusal))
                    .flatMap(sight -> decide(posting, sight, decision))
                    .delayUntil(after ->
                        audit.record(
                            caller,
                            action(decision),
                            "posting/" + id,
                            after.changesSince(posting))));
    return transactions.inTenant(caller.dealershipId(), work);
  }

  // The listing still shows the other price; restoring it is a change like any other.
  private Mono<Posting> decide(Posting posting, ListingSight sight, Decision decision) {
    Instant now = clock.instant();
    long shown = Objects.requireNonNull(sight.priceCents(), "another price is a price");
    long ordered =
        Objects.requireNonNull(posting.snapshot().vehicle().priceCents(), "it had a price");
    Posting next = posting.priced(shown, now).with((PostingError) null);
    return postings
        .reissue(
            posting.status(), next, TimelineEntry.note(now, message(decision), posting.attempts()))
        .then(Mono.defer(() -> sights.save(posting.id(), sight.priced())))
        .then(
            decision == Decision.RESTORE
                ? Mono.defer(() -> prices.price(next, ordered))
                : Mono.empty())
        .thenReturn(next);
  }

  private static String action(Decision decision) {
    return switch (decision) {
      case ACCEPT -> "posting.price-accepted";
      case RESTORE -> "posting.price-restored";
    };
  }

  private static String message(Decision decision) {
    return switch (decision) {
      case ACCEPT -> DealerTexts.PRICE_ACCEPTED;
      case RESTORE -> DealerTexts.PRICE_NOT_ACCEPTED;
    };
  }

  private static RefusalException refusal() {
    return new RefusalException(ErrorCode.LISTING_NOT_REPRICED, DealerTexts.SAME_PRICE);
  }
}
