package com.lotview.worker.fleet.lease;

import com.lotview.worker.fleet.job.JobOrder;
import org.jspecify.annotations.Nullable;

/**
 * A job of the fleet.
 *
 * @param traceparent of the request that it comes from
 */
public record Job(JobOrder order, JobState state, @Nullable String traceparent) {

  /** The job's name, unique for a dealership. */
  public String id() {
    return order.jobId();
  }
}
