package com.lotview.posting.change;

import com.lotview.posting.dispatch.Departure;
import com.lotview.posting.dispatch.JobKind;
import com.lotview.posting.posting.lifecycle.PostingStatus;
import com.lotview.posting.posting.model.Posting;
import com.lotview.posting.posting.model.PostingStore;
import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Sends changes of one kind to the fleet when their account's turn comes. */
class ChangeDeparture implements Departure {
  private final JobKind kind;
  private final ChangeStore store;
  private final PostingStore postings;
  private final WaitingPrices prices;
  private final ChangeLog log;
  private final ChangeEvents events;

  ChangeDeparture(
      JobKind kind,
      ChangeStore store,
      PostingStore postings,
      WaitingPrices prices,
      ChangeLog log,
      ChangeEvents events) {
    this.kind = kind;
    this.store = store;
    this.postings = postings;
    this.prices = prices;
    this.log = log;
    this.events = events;
  }

  @Override
  public JobKind kind() {
    return kind;
  }

  @Override
  public Mono<Integer> depart(UUID dealershipId, UUID jobId, Instant now) {
    return store
        .find(jobId)
        .filter(change -> change.state() == ChangeState.WAITING)
        .flatMap(change -> postings.findLocked(change.postingId()))
        .zipWhen(posting -> store.findLocked(jobId))
        .filter(found -> found.getT2().state() == ChangeState.WAITING)
        .flatMap(found ->
            found.getT1().status() == PostingStatus.POSTED
                ? send(found.getT2().departing(now), found.getT1())
                : notLive(found.getT2(), found.getT1(), now).then(Mono.empty()));
  }

  private Mono<Integer> send(ListingChange running, Posting posting) {
    String what = running.isRemoval() ? "The removal" : "The new price";
    return log.save(
            running, posting, what + " was handed to the workers, attempt " + running.attempts())
        .then(Mono.defer(() -> events.requested(running, posting)))
        .thenReturn(running.attempts());
  }

  // A new price came while a worker had the posting, and there is no listing after all.
  private Mono<Void> notLive(ListingChange change, Posting posting, Instant now) {
    Long cents = change.priceCents();
    return log.save(
            change.to(ChangeState.CANCELLED, now), posting, "There is no listing to be changed")
        .then(cents == null ? Mono.empty() : Mono.defer(() -> prices.take(posting, cents)));
  }
}
