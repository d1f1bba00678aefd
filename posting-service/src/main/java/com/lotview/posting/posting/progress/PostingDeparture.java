package com.lotview.posting.posting.progress;

import com.lotview.posting.dispatch.Departure;
import com.lotview.posting.dispatch.JobKind;
import com.lotview.posting.posting.lifecycle.PostingLifecycle;
import com.lotview.posting.posting.lifecycle.Transition;
import com.lotview.posting.posting.lifecycle.Trigger;
import com.lotview.posting.posting.model.Posting;
import com.lotview.posting.posting.model.PostingChanges;
import com.lotview.posting.posting.model.PostingEvents;
import com.lotview.posting.posting.model.PostingStore;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Sends a READY posting to the fleet when the dispatcher gives it its turn. */
@Component
class PostingDeparture implements Departure {
  private final PostingStore store;
  private final PostingChanges changes;
  private final PostingEvents events;

  PostingDeparture(PostingStore store, PostingChanges changes, PostingEvents events) {
    this.store = store;
    this.changes = changes;
    this.events = events;
  }

  @Override
  public JobKind kind() {
    return JobKind.POST;
  }

  @Override
  public Mono<Integer> depart(UUID dealershipId, UUID postingId, Instant now) {
    return store
        .findLocked(postingId)
        .flatMap(posting ->
            posting.life().after(new Trigger.TurnGiven())
                    instanceof Transition.Changed(PostingLifecycle next, Transition.FollowUp then)
                ? depart(posting, posting.in(next, now))
                : Mono.empty());
  }

  private Mono<Integer> depart(Posting posting, Posting departing) {
    return events
        .requested(departing)
        .then(
            Mono.defer(() ->
                changes.save(
                    posting, departing, "Handed to the workers, attempt " + departing.attempts())))
        .thenReturn(departing.attempts());
  }
}
