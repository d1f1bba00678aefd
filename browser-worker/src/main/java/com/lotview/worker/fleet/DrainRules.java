package com.lotview.worker.fleet;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The end of a worker process by one clock, which starts with the request to stop. New jobs are
 * refused at once. Running jobs and owners who sign in go on until the hand-back; then each run
 * before its intent gives its job back. Runs after their intent have the settling time. Whatever
 * still runs when the end begins is ended, and the next worker settles its job.
 *
 * @param grace from the request to stop to the end of the process. A supervisor of processes, such
 *     as Kubernetes, must wait at least as long before it kills. Null: only as long as the two
 *     other times together, so that the hand-back is at once.
 * @param settle how long runs go on after their intent, counted from the hand-back
 * @param end how long the process needs to end browsers, release leases and close its connections
 */
public record DrainRules(@Nullable Duration grace, Duration settle, Duration end) {
  public DrainRules {
    if (settle.isNegative() || end.isNegative()) {
      throw new IllegalArgumentException(
          "LOTVIEW_DRAIN_TIMEOUT and LOTVIEW_DRAIN_END must not be negative");
    }
    if (grace != null && grace.compareTo(settle.plus(end)) < 0) {
      throw new IllegalArgumentException(
          "LOTVIEW_GRACE (%ss) must be at least LOTVIEW_DRAIN_TIMEOUT (%ss) and LOTVIEW_DRAIN_END (%ss) together"
              .formatted(grace.toSeconds(), settle.toSeconds(), end.toSeconds()));
    }
  }

  /** When jobs that have not reached their intent are given back. */
  Duration handBackAfter() {
    return grace == null ? Duration.ZERO : grace.minus(settle).minus(end);
  }

  /** When the browsers that still run are ended. */
  Duration endAfter() {
    return handBackAfter().plus(settle);
  }
}
