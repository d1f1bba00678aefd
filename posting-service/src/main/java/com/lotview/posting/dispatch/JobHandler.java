package com.lotview.posting.dispatch;

import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Mono;

/**
 * Runs jobs of one kind: hands them to the fleet and settles them by their results. Every method
 * joins the running transaction of the dealership.
 */
public interface JobHandler {

  /** The kind of job. */
  JobKind kind();

  /**
   * Moves the job on and asks the fleet to run it.
   *
   * @return the number of the attempt; empty if the job must not run any more
   */
  Mono<Integer> start(UUID jobId, Instant now);

  /**
   * A worker is about to begin this attempt, or to begin it again before anything was clicked.
   *
   * @return what it does now; empty for an unknown job
   */
  default Mono<JobStart> begin(UUID jobId, int attempt, Instant now) {
    return Mono.just(new JobStart.Go(null));
  }

  /**
   * Locks the job's row and says whether the job waits for this result. What the worker saw of the
   * account counts only then.
   *
   * @return empty for an unknown job, of which nothing is kept
   */
  Mono<Boolean> awaits(JobResult result);

  /** Settles the job; its slot is free and its account informed by now. */
  Mono<Void> finished(JobResult result, Instant now);
}
