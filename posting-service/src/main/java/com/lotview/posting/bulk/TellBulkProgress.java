package com.lotview.posting.bulk;

import com.lotview.posting.posting.model.BulkProgress;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Counts again whenever a posting of a bulk order changes its state. Holds the order's lock, so
 * that if two postings are settled at the same time, the second count includes both.
 */
@Component
class TellBulkProgress implements BulkProgress {
  private final BulkStore store;
  private final BulkEvents events;

  TellBulkProgress(BulkStore store, BulkEvents events) {
    this.store = store;
    this.events = events;
  }

  @Override
  public Mono<Void> moved(UUID bulkId) {
    return store
        .findLocked(bulkId)
        .flatMap(bulk -> store.tally(bulkId).flatMap(tally -> events.progressed(bulk, tally)));
  }
}
