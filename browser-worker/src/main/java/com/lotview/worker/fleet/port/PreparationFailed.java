package com.lotview.worker.fleet.port;

import com.lotview.worker.fleet.job.JobResult;

/** The preparation of a run failed; it carries the job's result. */
public final class PreparationFailed extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient JobResult result;

  public PreparationFailed(JobResult result) {
    super(result.reason());
    this.result = result;
  }

  /** The job's result. */
  public JobResult result() {
    return result;
  }
}
