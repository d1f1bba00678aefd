package com.lotview.posting.fleet;

import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Mono;

/**
 * Publishes events about the fleet to other services, in the running transaction of a dealership.
 */
public interface FleetEvents {

  /**
   * No worker has been there since then.
   *
   * @param jobs how many due jobs of the dealership wait for one
   */
  Mono<Void> away(UUID dealershipId, Instant since, int jobs);

  /** Workers are there again. */
  Mono<Void> back(UUID dealershipId);
}
