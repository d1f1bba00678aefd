package com.lotview.posting.dispatch;

import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Sends jobs of one kind on their way, in the dispatcher's transaction. */
public interface Departure {

  /** The kind of job that it sends. */
  JobKind kind();

  /**
   * Moves the job on and tells the fleet.
   *
   * @return the number of the attempt; empty if the job is not to run any more
   */
  Mono<Integer> depart(UUID dealershipId, UUID jobId, Instant now);
}
