package com.lotview.posting.posting;

import com.lotview.posting.dispatch.Departure;
import com.lotview.posting.dispatch.JobKind;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Sends a READY posting to the fleet when the dispatcher gives it its turn. */
@Component
class PostingDeparture implements Departure {
  private final PostingStore store;
  private final PostingEvents events;

  PostingDeparture(PostingStore store, PostingEvents events) {
    this.store = store;
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
        .filter(posting -> posting.status() == PostingStatus.READY)
        .flatMap(posting -> depart(posting, now));
  }

  private Mono<Integer> depart(Posting posting, Instant now) {
    Posting departing = posting.departing(now);
    TimelineEntry entry =
        TimelineEntry.state(departing, "Handed to the workers, attempt " + departing.attempts());
    return store
        .replace(posting.status(), departing, entry)
        .then(Mono.defer(() -> events.requested(departing)))
        .then(Mono.defer(() -> events.changed(departing)))
        .thenReturn(departing.attempts());
  }
}
