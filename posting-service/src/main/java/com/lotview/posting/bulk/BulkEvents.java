package com.lotview.posting.bulk;

import reactor.core.publisher.Mono;

/** Tells other services of bulk orders, in the running transaction. */
public interface BulkEvents {

  /** One more of its postings is settled, or is open again. */
  Mono<Void> progressed(Bulk bulk, Tally tally);
}
