package com.lotview.posting.watch;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.audit.AuditTrail;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.security.Caller;
import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.posting.dispatch.DispatchQueue;
import com.lotview.posting.posting.lifecycle.PostingStatus;
import com.lotview.posting.posting.model.Posting;
import com.lotview.posting.posting.model.PostingStore;
import com.lotview.posting.posting.model.SightStore;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Has a live listing renewed that the site offers to renew, as the last look saw it. */
@Service
public class RenewListing {
  private final PostingStore postings;
  private final SightStore sights;
  private final RenewalOrders renewals;
  private final DispatchQueue waiting;
  private final AuditTrail audit;
  private final TenantTransactions transactions;

  RenewListing(
      PostingStore postings,
      SightStore sights,
      RenewalOrders renewals,
      DispatchQueue waiting,
      AuditTrail audit,
      TenantTransactions transactions) {
    this.postings = postings;
    this.sights = sights;
    this.renewals = renewals;
    this.waiting = waiting;
    this.audit = audit;
    this.transactions = transactions;
  }

  /**
   * Orders the renewal; a second order of the same is none.
   *
   * @return fails with {@code POSTING_NOT_FOUND} or {@code LISTING_NOT_RENEWABLE}
   */
  public Mono<Posting> renew(Caller caller, UUID id) {
    Mono<Posting> work =
        postings
            .findLocked(id, waiting)
            .filterWhen(posting ->
                sights
                    .find(id)
                    .map(sight -> posting.status() == PostingStatus.POSTED && sight.renewable())
                    .defaultIfEmpty(false))
            .switchIfEmpty(Mono.error(RenewListing::refusal))
            .delayUntil(posting -> renewals.renew(posting, caller.userId()))
            .delayUntil(posting -> audit.record(caller, "posting.renewed", "posting/" + id));
    return transactions.inTenant(caller.dealershipId(), work);
  }

  private static RefusalException refusal() {
    return new RefusalException(
        ErrorCode.LISTING_NOT_RENEWABLE, ErrorCode.LISTING_NOT_RENEWABLE.title());
  }
}
