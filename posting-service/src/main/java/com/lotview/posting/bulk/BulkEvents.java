package com.lotview.posting.bulk;

import reactor.core.publisher.Mono;

/** Publishes events about bulk orders to other services, in the running transaction. */
public interface BulkEvents {

  /** One more of its postings is settled, or is open again. */
  Mono<Void> progressed(Bulk bulk, Tally tally);
}
