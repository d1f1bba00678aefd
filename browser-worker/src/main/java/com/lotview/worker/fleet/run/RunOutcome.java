package com.lotview.worker.fleet.run;

import com.lotview.worker.fleet.job.JobResult;
import com.lotview.worker.fleet.lease.RunEnd;
import com.lotview.worker.marketplace.page.PostingOutcome;

/** How a run ends: known while its browser lives. */
sealed interface RunOutcome {
  /** With a result that the browser has proved; it is written at once. */
  record Proved(JobResult result) implements RunOutcome {}

  /** With a result; it is written when the browser is dead. */
  record Result(JobResult result) implements RunOutcome {}

  /**
   * After a click, without knowing what it did.
   *
   * @param end what is to follow once the click has proved to have done nothing
   */
  record Unsettled(String reason, RunEnd end) implements RunOutcome {
    Unsettled(String reason) {
      this(reason, RunEnd.UNSETTLED);
    }

    static Unsettled of(PostingOutcome outcome) {
      RunEnd end =
          switch (outcome) {
            case PostingOutcome.Unknown unknown when unknown.ownerNeeded() -> RunEnd.STOPPED;
            case PostingOutcome.Blocked _ -> RunEnd.REFUSED;
            default -> RunEnd.UNSETTLED;
          };
      return new Unsettled(String.valueOf(OutcomeMapper.of(outcome).reason()), end);
    }
  }

  /** Before any click the browser failed, not the site: the job may be begun again at once. */
  record Lost(String reason) implements RunOutcome {}

  /** The job is given back. */
  record HandedBack() implements RunOutcome {}

  /** All is written. */
  record Written() implements RunOutcome {}
}
