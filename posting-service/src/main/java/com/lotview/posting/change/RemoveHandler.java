package com.lotview.posting.change;

import com.lotview.posting.dispatch.JobHandler;
import com.lotview.posting.dispatch.JobKind;
import com.lotview.posting.dispatch.JobResult;
import com.lotview.posting.posting.lifecycle.PostingStatus;
import com.lotview.posting.posting.model.Posting;
import com.lotview.posting.posting.model.PostingChanges;
import com.lotview.posting.texts.DealerTexts;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Hands removals to the fleet; a proven one makes its posting DELETED. */
@Component
class RemoveHandler implements JobHandler {
  private final ChangeJobs jobs;
  private final ChangeOrders orders;
  private final ChangeLog log;
  private final PostingChanges postings;

  RemoveHandler(ChangeJobs jobs, ChangeOrders orders, ChangeLog log, PostingChanges postings) {
    this.jobs = jobs;
    this.orders = orders;
    this.log = log;
    this.postings = postings;
  }

  @Override
  public JobKind kind() {
    return JobKind.REMOVE;
  }

  @Override
  public Mono<Integer> start(UUID changeId, Instant now) {
    return jobs.start(changeId, now);
  }

  @Override
  public Mono<Boolean> awaits(JobResult result) {
    return jobs.awaits(result);
  }

  @Override
  public Mono<Void> finished(JobResult result, Instant now) {
    return jobs.finished(result, now, this::removed);
  }

  private Mono<Void> removed(ListingChange done, Posting posting, Instant now) {
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
