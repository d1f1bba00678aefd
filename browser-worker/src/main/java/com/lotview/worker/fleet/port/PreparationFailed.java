package com.lotview.worker.fleet.port;

import com.lotview.worker.fleet.job.JobResult;

/** Ends a run before its browser has seen the site, with the job's result. */
public final class PreparationFailed extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient JobResult result;

  public PreparationFailed(JobResult result) {
    super(result.reason());
    this.result = result;
  }

  /** What the job ends with. */
  public JobResult result() {
    return result;
  }
}
