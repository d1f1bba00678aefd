package com.lotview.worker.fleet.recovery;

import com.lotview.worker.fleet.job.JobResult;
import com.lotview.worker.fleet.lease.Run;
import java.time.Instant;

/** What the holder of a job's lease does next. */
public sealed interface NextMove {
  /**
   * Do what the job is there for.
   *
   * @param licence why that may be clicked
   */
  record Act(ClickLicence licence) implements NextMove {}

  /** Look what became of a click whose end is not known; never click. */
  record Look() implements NextMove {}

  /** Kill what is left of the run's browser on this host, then note the run as lost. */
  record Reap(Run run) implements NextMove {}

  /** Note as lost a run on another host whose browser has been waited out. */
  record Abandon(Run run) implements NextMove {}

  /** Nothing before that time. */
  record WaitUntil(Instant time) implements NextMove {}

  /** The job ends here. */
  record Conclude(JobResult result) implements NextMove {}
}
