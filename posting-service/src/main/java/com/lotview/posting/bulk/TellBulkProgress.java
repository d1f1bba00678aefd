package com.lotview.posting.bulk;

import com.lotview.posting.posting.model.BulkProgress;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Counts anew whenever a posting of a bulk order moved. Under the order's lock, so that of two that
 * are settled at the same time the second one counts both.
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
