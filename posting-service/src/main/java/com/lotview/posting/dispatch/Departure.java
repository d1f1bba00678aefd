package com.lotview.posting.dispatch;

import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Sends a posting on its way, in the dispatcher's transaction. */
public interface Departure {

  /**
   * Moves the posting to POSTING and tells the fleet.
   *
   * @return the number of the attempt; empty if the posting is not READY any more
   */
  Mono<Integer> depart(UUID dealershipId, UUID postingId, Instant now);
}
