package com.lotview.worker.fleet.recovery;

import com.lotview.worker.fleet.job.JobResult;
import com.lotview.worker.fleet.lease.Run;
import java.time.Instant;

/** What the holder of a job's lease does next. */
public sealed interface NextMove {
  /**
   * Act: do the job's work.
   *
   * @param licence why the run may click
   */
  record Act(ClickLicence licence) implements NextMove {}

  /** Verify a click with an unknown effect, without clicking. */
  record Look() implements NextMove {}

  /** Kill the rest of the run's browser on this host, then end the run as lost. */
  record Reap(Run run) implements NextMove {}

  /** End a run of another host as lost; its browser can no longer act. */
  record Abandon(Run run) implements NextMove {}

  /** Wait until that time. */
  record WaitUntil(Instant time) implements NextMove {}

  /** End the job. */
  record Conclude(JobResult result) implements NextMove {}
}
