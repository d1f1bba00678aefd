package com.lotview.worker.fleet.run.outcome;

import com.lotview.worker.fleet.job.JobResult;
import com.lotview.worker.fleet.lease.RunEnd;
import com.lotview.worker.marketplace.page.PostingOutcome;

/** How a run ends, as known while its browser lives. */
public sealed interface RunOutcome {
  /** A result that the browser has proved; it is written at once. */
  record Proved(JobResult result) implements RunOutcome {}

  /** A result that is written when the browser is dead. */
  record Result(JobResult result) implements RunOutcome {}

  /**
   * After a click with an unknown effect.
   *
   * @param end what follows if the click proves to have had no effect
   */
  record Unsettled(String reason, RunEnd end) implements RunOutcome {
    public Unsettled(String reason) {
      this(reason, RunEnd.UNSETTLED);
    }

    public static Unsettled of(PostingOutcome outcome) {
      RunEnd end =
          switch (outcome) {
            case PostingOutcome.Unknown unknown when unknown.ownerNeeded() -> RunEnd.STOPPED;
            case PostingOutcome.Blocked blocked when blocked.needsOwner() -> RunEnd.STOPPED;
            case PostingOutcome.Blocked blocked ->
                switch (blocked.kind()) {
                  case LIMIT, TEMPORARY -> RunEnd.REFUSED;
                  case CHECKPOINT, CAPTCHA, SUSPENDED, NO_ACCESS, REFUSED -> RunEnd.DECLINED;
                };
            default -> RunEnd.UNSETTLED;
          };
      return new Unsettled(String.valueOf(OutcomeMapper.of(outcome).reason()), end);
    }
  }

  /** The browser failed before any click: the job may start again at once. */
  record Lost(String reason) implements RunOutcome {}

  /** The job is given back. */
  record HandedBack() implements RunOutcome {}

  /** The result is written already. */
  record Written() implements RunOutcome {}
}
