package com.lotview.posting.change;

import com.lotview.posting.dispatch.DispatchQueue;
import com.lotview.posting.dispatch.JobResult;
import com.lotview.posting.posting.lifecycle.PostingStatus;
import com.lotview.posting.posting.model.Posting;
import com.lotview.posting.posting.model.PostingStore;
import com.lotview.posting.posting.progress.RetrySchedule;
import com.lotview.posting.texts.DealerTexts;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What the handlers of removals and price changes share. */
@Component
class ChangeJobs {
  private final ChangeStore store;
  private final PostingStore postings;
  private final WaitingPrices prices;
  private final ChangeLog log;
  private final ChangeEvents events;
  private final DispatchQueue waiting;
  private final RetrySchedule retries;

  ChangeJobs(
      ChangeStore store,
      PostingStore postings,
      WaitingPrices prices,
      ChangeLog log,
      ChangeEvents events,
      DispatchQueue waiting,
      RetrySchedule retries) {
    this.store = store;
    this.postings = postings;
    this.prices = prices;
    this.log = log;
    this.events = events;
    this.waiting = waiting;
    this.retries = retries;
  }

  /** What a proven change does to its posting. */
  interface Proven {
    Mono<Void> apply(ListingChange done, Posting posting, Instant now);
  }

  /** A change and its posting, both locked: the posting first, as everywhere. */
  private record Locked(ListingChange change, Posting posting) {}

  private Mono<Locked> locked(UUID id) {
    return store
        .find(id)
        .flatMap(change -> postings.findLocked(change.postingId()))
        .flatMap(posting -> store.findLocked(id).map(change -> new Locked(change, posting)));
  }

  /** As {@code JobHandler.start}. */
  Mono<Integer> start(UUID id, Instant now) {
    return store
        .find(id)
        .filter(change -> change.state() == ChangeState.WAITING)
        .flatMap(change -> locked(id))
        .filter(found -> found.change().state() == ChangeState.WAITING)
        .flatMap(found ->
            found.posting().status() == PostingStatus.POSTED
                ? start(found.change().departing(now), found.posting())
                : notLive(found.change(), found.posting(), now).then(Mono.empty()));
  }

  private Mono<Integer> start(ListingChange running, Posting posting) {
    int attempt = running.attempts();
    String message =
        running.isRemoval()
            ? DealerTexts.removalSent(attempt)
            : DealerTexts.priceChangeSent(attempt);
    return log.save(running, posting, message)
        .then(Mono.defer(() -> events.requested(running, posting)))
        .thenReturn(attempt);
  }

  // The price changed while a worker had the posting, and that attempt made no listing.
  private Mono<Void> notLive(ListingChange change, Posting posting, Instant now) {
    Long cents = change.priceCents();
    return log.save(change.to(ChangeState.CANCELLED, now), posting, DealerTexts.NOTHING_TO_CHANGE)
        .then(cents == null ? Mono.empty() : Mono.defer(() -> prices.take(posting, cents)));
  }

  /** As {@code JobHandler.awaits}. */
  Mono<Boolean> awaits(JobResult result) {
    return locked(result.job().id()).map(found -> ChangeEnding.isCurrent(found.change(), result));
  }

  /** As {@code JobHandler.finished}. */
  Mono<Void> finished(JobResult result, Instant now, Proven proven) {
    return locked(result.job().id())
        .flatMap(found -> {
          Posting posting = found.posting();
          return switch (ChangeEnding.decide(found.change(), result, retries::after, now)) {
            case ChangeEnding.Ignored(String why) ->
                postings.append(
                    posting.id(),
                    ChangeLog.note(posting, DealerTexts.changeResultIgnored(why), now));
            case ChangeEnding.Done(ListingChange done) -> proven.apply(done, posting, now);
            // The queue keeps it while the account waits for its owner.
            case ChangeEnding.Again(ListingChange next, Instant at, String message) ->
                log.save(next, posting, DealerTexts.willRetry(message))
                    .then(waiting.schedule(next.account(), next.job(), at));
            case ChangeEnding.Over(ListingChange next, String message) ->
                log.save(next, posting, message);
          };
        });
  }
}
