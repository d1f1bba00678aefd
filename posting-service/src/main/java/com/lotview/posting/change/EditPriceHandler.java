package com.lotview.posting.change;

import com.lotview.posting.dispatch.JobKind;
import com.lotview.posting.posting.lifecycle.PostingStatus;
import com.lotview.posting.posting.model.Posting;
import com.lotview.posting.posting.model.PostingStore;
import com.lotview.posting.texts.DealerTexts;
import java.time.Instant;
import java.util.Objects;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Hands price changes to the fleet; a proven one gives its posting the price. */
@Component
class EditPriceHandler extends ChangeJobs.Handler {
  private final ChangeOrders orders;
  private final ChangeLog log;
  private final PostingStore postings;

  EditPriceHandler(ChangeJobs jobs, ChangeOrders orders, ChangeLog log, PostingStore postings) {
    super(jobs);
    this.orders = orders;
    this.log = log;
    this.postings = postings;
  }

  @Override
  public JobKind kind() {
    return JobKind.EDIT_PRICE;
  }

  @Override
  Mono<Void> proven(ListingChange done, Posting posting, Instant now) {
    long cents = Objects.requireNonNull(done.priceCents(), "a price change has a price");
    Posting priced = posting.priced(cents, now);
    String message = DealerTexts.priceChanged(cents);
    Long next = done.nextCents();
    return postings
        .reissue(posting.status(), priced, ChangeLog.note(posting, message, now))
        .then(Mono.defer(() -> log.saveDone(done, priced)))
        .then(
            Mono.defer(() ->
                next == null || priced.status() != PostingStatus.POSTED
                    ? Mono.empty()
                    : orders.price(priced, next)));
  }
}
