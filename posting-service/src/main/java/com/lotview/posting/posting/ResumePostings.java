package com.lotview.posting.posting;

import com.lotview.posting.account.SessionRestored;
import com.lotview.posting.dispatch.WaitingList;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lets postings go on that waited for their account's owner. */
@Component
class ResumePostings implements SessionRestored {
  private final PostingStore store;
  private final PostingEvents events;
  private final WaitingList waiting;
  private final Clock clock;

  ResumePostings(PostingStore store, PostingEvents events, WaitingList waiting, Clock clock) {
    this.store = store;
    this.events = events;
    this.waiting = waiting;
    this.clock = clock;
  }

  @Override
  public Mono<Void> sessionRestored(UUID dealershipId, UUID fbAccountId) {
    return store
        .findLocked(fbAccountId, PostingStatus.NEEDS_LOGIN)
        .collectList()
        .flatMapIterable(waiters -> waiters)
        .concatMap(this::resume)
        .then();
  }

  private Mono<Void> resume(Posting posting) {
    Instant now = clock.instant();
    Posting ready = posting.to(PostingStatus.READY, now);
    return store
        .replace(
            posting.status(),
            ready,
            TimelineEntry.state(ready, "The account's owner has signed in again"))
        .then(waiting.schedule(ready.dealershipId(), ready.fbAccountId(), ready.job(), now))
        .then(Mono.defer(() -> events.changed(ready)));
  }
}
