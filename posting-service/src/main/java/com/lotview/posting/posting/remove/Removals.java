package com.lotview.posting.posting.remove;

import java.util.UUID;
import reactor.core.publisher.Mono;

/** Reads removals. */
public interface Removals {

  /** The posting's latest removal, in the running transaction; empty if none was ordered. */
  Mono<RemovalView> of(UUID postingId);
}
