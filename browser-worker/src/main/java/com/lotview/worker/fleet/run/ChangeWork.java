package com.lotview.worker.fleet.run;

import com.lotview.contracts.ErrorCode;
import com.lotview.worker.fleet.job.Evidence;
import com.lotview.worker.fleet.job.JobResult;
import com.lotview.worker.fleet.job.Outcome;
import com.lotview.worker.fleet.port.SiteBrowser;
import com.lotview.worker.marketplace.Step;
import java.time.Duration;

/** What changes of a live listing have in common: they may be repeated, and look at the result. */
abstract class ChangeWork implements Work {
  private final RunContext bench;

  ChangeWork(RunContext bench) {
    this.bench = bench;
  }

  @Override
  public final RunOutcome in(SiteBrowser browser) {
    bench.step(Step.OPEN);
    VerificationResult seen = change(browser);
    return switch (seen) {
      case VerificationResult.Settled settled -> {
        bench.keepIfPossible(browser, pictureOf(settled.result()));
        yield new RunOutcome.Proved(settled.result());
      }
      case VerificationResult.Undone undone -> open(browser, undone.reason());
      case VerificationResult.Unreadable unreadable -> open(browser, unreadable.reason());
    };
  }

  /** Makes the change, and says what the site shows afterwards. */
  abstract VerificationResult change(SiteBrowser browser);

  /** Before the first click that changes something: the intent, and the listing as it was. */
  final Duration permit(SiteBrowser browser) {
    if (!bench.guard().intended()) {
      bench.step(Step.PUBLISH);
      bench.keepIfPossible(browser, Evidence.Kind.FORM);
    }
    return bench.guard().permit();
  }

  /** After the clicks, before looking what they did. */
  final void confirming() {
    bench.step(Step.CONFIRM);
  }

  private static Evidence.Kind pictureOf(JobResult result) {
    return result.outcome() == Outcome.FAILED ? Evidence.Kind.FAILURE : Evidence.Kind.CONFIRMATION;
  }

  private RunOutcome open(SiteBrowser browser, String reason) {
    bench.keepIfPossible(browser, Evidence.Kind.FAILURE);
    return bench.guard().intended()
        ? new RunOutcome.Unsettled(reason)
        : new RunOutcome.Result(JobResult.failed(true, ErrorCode.FB_POSTING_FAILED, reason));
  }
}
