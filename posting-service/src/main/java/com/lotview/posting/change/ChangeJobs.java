package com.lotview.posting.change;

import com.lotview.posting.dispatch.DispatchQueue;
import com.lotview.posting.dispatch.JobHandler;
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

/** What the handlers of removals, price changes and renewals share. */
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

  /** A handler of one kind of change. */
  abstract static class Handler implements JobHandler {
    private final ChangeJobs jobs;

    Handler(ChangeJobs jobs) {
      this.jobs = jobs;
    }

    /** What a proven change does to its posting. */
    abstract Mono<Void> proven(ListingChange done, Posting posting, Instant now);

    @Override
    public final Mono<Integer> start(UUID changeId, Instant now) {
      return jobs.start(changeId, now);
    }

    @Override
    public final Mono<Boolean> awaits(JobResult result) {
      return jobs.locked(result.job().id())
          .map(found -> ChangeEnding.isCurrent(found.change(), result));
    }

    @Override
    public final Mono<Void> finished(JobResult result, Instant now) {
      return jobs.finished(result, now, this);
    }
  }

  /** A change and its posting, both locked: the posting first, as everywhere. */
  private record Locked(ListingChange change, Posting posting) {}

  private Mono<Locked> locked(UUID id) {
    return store
        .find(id)
        .flatMap(change -> postings.findLocked(change.postingId()))
        .flatMap(posting -> store.findLocked(id).map(change -> new Locked(change, posting)));
  }

  private Mono<Integer> start(UUID id, Instant now) {
    return store
        .find(id)
        .filter(change -> change.state() == ChangeState.WAITING)
        .flatMap(change -> locked(id))
        .filter(found -> found.change().state() == ChangeState.WAITING)
        .flatMap(found ->
            hasListing(found.posting())
                ? start(found.change().started(now), found.posting())
                : notLive(found.change(), found.posting(), now).then(Mono.empty()));
  }

  // A listing that no page has shown yet may exist by now; if not, the change is tried again.
  private static boolean hasListing(Posting posting) {
    return posting.status() == PostingStatus.POSTED || posting.status() == PostingStatus.PUBLISHING;
  }

  private Mono<Integer> start(ListingChange running, Posting posting) {
    int attempt = running.attempts();
    String message =
        switch (running.kind()) {
          case REMOVE -> DealerTexts.removalSent(attempt);
          case RENEW -> DealerTexts.renewalSent(attempt);
          default -> DealerTexts.priceChangeSent(attempt);
        };
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

  private Mono<Void> finished(JobResult result, Instant now, Handler handler) {
    return locked(result.job().id())
        .flatMap(found -> {
          Posting posting = found.posting();
          return switch (ChangeEnding.decide(found.change(), result, retries::after, now)) {
            case ChangeEnding.Ignored(String why) ->
                postings.append(
                    posting.id(),
                    ChangeLog.note(posting, DealerTexts.changeResultIgnored(why), now));
            case ChangeEnding.Done(ListingChange done) -> handler.proven(done, posting, now);
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
