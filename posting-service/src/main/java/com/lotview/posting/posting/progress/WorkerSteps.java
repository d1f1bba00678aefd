package com.lotview.posting.posting.progress;

import com.lotview.posting.posting.model.PostingStore;
import com.lotview.posting.posting.model.TimelineEntry;
import com.lotview.posting.wiring.PostingProperties;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Writes workers' steps into the timeline; they change no state. Each step shows that the posting
 * is being worked on, so the time for its answer starts again, to within a twentieth.
 */
@Service
public class WorkerSteps {
  private static final int SLACK = 20;

  private final PostingStore store;
  private final PostingProperties properties;
  private final Clock clock;

  WorkerSteps(PostingStore store, PostingProperties properties, Clock clock) {
    this.store = store;
    this.properties = properties;
    this.clock = clock;
  }

  /** Takes one, in the running transaction of the dealership. */
  public Mono<Void> arrived(UUID postingId, TimelineEntry step) {
    Duration answers = properties.resultTimeout();
    return store
        .append(postingId, step)
        .then(
            Mono.defer(() ->
                store.heard(postingId, clock.instant().plus(answers), answers.dividedBy(SLACK))));
  }
}
