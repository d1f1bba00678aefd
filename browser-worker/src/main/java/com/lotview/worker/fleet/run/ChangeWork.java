package com.lotview.worker.fleet.run;

import com.lotview.contracts.ErrorCode;
import com.lotview.worker.fleet.job.Evidence;
import com.lotview.worker.fleet.job.JobResult;
import com.lotview.worker.fleet.job.Outcome;
import com.lotview.worker.fleet.port.SiteBrowser;
import com.lotview.worker.fleet.run.outcome.RunOutcome;
import com.lotview.worker.fleet.run.outcome.VerificationResult;
import com.lotview.worker.marketplace.Step;
import java.time.Duration;

/** A change of a live listing. It may be repeated, and it verifies its result. */
abstract class ChangeWork implements Work {
  private final RunContext context;

  ChangeWork(RunContext context) {
    this.context = context;
  }

  @Override
  public final RunOutcome in(SiteBrowser browser) {
    context.step(Step.OPEN);
    VerificationResult seen = change(browser);
    return switch (seen) {
      case VerificationResult.Settled settled -> {
        context.keepIfPossible(browser, pictureOf(settled.result()));
        yield new RunOutcome.Proved(settled.result());
      }
      case VerificationResult.Undone undone -> open(browser, undone.reason());
      case VerificationResult.Unreadable unreadable -> open(browser, unreadable.reason());
      case VerificationResult.Stopped stopped -> new RunOutcome.Result(stopped.result());
    };
  }

  /** Makes the change and reads the result. */
  abstract VerificationResult change(SiteBrowser browser);

  /** Permits a click. The first call takes a picture of the listing and commits the intent. */
  final Duration permit(SiteBrowser browser) {
    if (!context.supervisor().intended()) {
      context.step(Step.PUBLISH);
      context.keepIfPossible(browser, Evidence.Kind.FORM);
    }
    return context.supervisor().permit();
  }

  /** Reports the step after the clicks. */
  final void confirming() {
    context.step(Step.CONFIRM);
  }

  private static Evidence.Kind pictureOf(JobResult result) {
    return result.outcome() == Outcome.FAILED ? Evidence.Kind.FAILURE : Evidence.Kind.CONFIRMATION;
  }

  private RunOutcome open(SiteBrowser browser, String reason) {
    context.keepIfPossible(browser, Evidence.Kind.FAILURE);
    return context.supervisor().intended()
        ? new RunOutcome.Unsettled(reason)
        : new RunOutcome.Result(JobResult.failed(true, ErrorCode.FB_POSTING_FAILED, reason));
  }
}
