package com.lotview.worker.fleet.lease;

import com.lotview.worker.fleet.job.JobOrder;
import org.jspecify.annotations.Nullable;

/**
 * A job of the fleet.
 *
 * @param traceparent of the request that ordered it
 */
public record Job(JobOrder order, JobState state, @Nullable String traceparent) {

  /** The job's id, unique within a dealership. */
  public String id() {
    return order.jobId();
  }
}
