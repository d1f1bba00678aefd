package com.lotview.worker.fleet.run;

import com.lotview.worker.fleet.job.Evidence;
import com.lotview.worker.fleet.job.JobResult;
import com.lotview.worker.fleet.job.LookOrder;
import com.lotview.worker.fleet.port.SiteBrowser;
import com.lotview.worker.fleet.run.outcome.RunOutcome;
import com.lotview.worker.marketplace.listings.Survey;

/** Reads the account's listings; one picture of what it saw last. */
final class LookWork implements Work {
  private final RunContext context;
  private final LookOrder order;

  LookWork(RunContext context, LookOrder order) {
    this.context = context;
    this.order = order;
  }

  @Override
  public RunOutcome in(SiteBrowser browser) {
    Survey survey =
        browser
            .listings()
            .survey(order.listings().stream().map(LookOrder.Listing::atSite).toList());
    context.keepIfPossible(browser, Evidence.Kind.CONFIRMATION);
    return new RunOutcome.Proved(JobResult.surveyed(survey));
  }
}
