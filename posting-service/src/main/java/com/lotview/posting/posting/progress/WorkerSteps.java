package com.lotview.posting.posting.progress;

import com.lotview.posting.posting.model.PostingStore;
import com.lotview.posting.posting.model.TimelineEntry;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Writes workers' steps into the timeline; they change no state. */
@Service
public class WorkerSteps {
  private final PostingStore store;

  WorkerSteps(PostingStore store) {
    this.store = store;
  }

  /** Takes one, in the running transaction of the dealership. */
  public Mono<Void> arrived(UUID postingId, TimelineEntry step) {
    return store.append(postingId, step);
  }
}
