package com.lotview.posting.posting.model;

import java.util.UUID;
import reactor.core.publisher.Mono;

/** Receives the progress of bulk orders. */
public interface BulkProgress {

  /** A posting of the bulk order was settled, or is open again; in the running transaction. */
  Mono<Void> moved(UUID bulkId);
}
