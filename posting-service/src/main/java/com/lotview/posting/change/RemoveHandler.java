package com.lotview.posting.change;

import com.lotview.posting.dispatch.JobKind;
import com.lotview.posting.posting.lifecycle.PostingStatus;
import com.lotview.posting.posting.model.Posting;
import com.lotview.posting.posting.model.PostingChanges;
import com.lotview.posting.texts.DealerTexts;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Hands removals to the fleet; a proven one makes its posting DELETED. */
@Component
class RemoveHandler extends ChangeJobs.Handler {
  private final ChangeOrders orders;
  private final ChangeLog log;
  private final PostingChanges postings;

  RemoveHandler(ChangeJobs jobs, ChangeOrders orders, ChangeLog log, PostingChanges postings) {
    super(jobs);
    this.orders = orders;
    this.log = log;
    this.postings = postings;
  }

  @Override
  public JobKind kind() {
    return JobKind.REMOVE;
  }

  @Override
  Mono<Void> proven(ListingChange done, Posting posting, Instant now) {
    Mono<Void> deleted =
        posting.status() == PostingStatus.POSTED
            ? Mono.defer(
                () -> postings.save(posting, posting.deleted(now, done.how()), DealerTexts.REMOVED))
            : Mono.empty();
    return orders
        .dropEdit(posting, DealerTexts.Dropped.LISTING_GONE)
        .then(log.saveDone(done, posting))
        .then(deleted);
  }
}
