package com.lotview.posting.change;

import com.lotview.posting.dispatch.JobKind;
import com.lotview.posting.posting.model.Posting;
import com.lotview.posting.posting.model.PostingStore;
import com.lotview.posting.posting.model.SightStore;
import com.lotview.posting.texts.DealerTexts;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Hands renewals to the fleet; after a proven one the site offers none. */
@Component
class RenewHandler extends ChangeJobs.Handler {
  private final ChangeLog log;
  private final PostingStore postings;
  private final SightStore sights;

  RenewHandler(ChangeJobs jobs, ChangeLog log, PostingStore postings, SightStore sights) {
    super(jobs);
    this.log = log;
    this.postings = postings;
    this.sights = sights;
  }

  @Override
  public JobKind kind() {
    return JobKind.RENEW;
  }

  @Override
  Mono<Void> proven(ListingChange done, Posting posting, Instant now) {
    return sights
        .find(posting.id())
        .flatMap(sight -> sights.save(posting.id(), sight.renewed()))
        .then(postings.append(posting.id(), ChangeLog.note(posting, DealerTexts.RENEWED, now)))
        .then(Mono.defer(() -> log.saveDone(done, posting)));
  }
}
