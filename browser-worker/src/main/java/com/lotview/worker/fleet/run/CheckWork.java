package com.lotview.worker.fleet.run;

import com.lotview.worker.fleet.job.CheckOrder;
import com.lotview.worker.fleet.job.Evidence;
import com.lotview.worker.fleet.job.JobResult;
import com.lotview.worker.fleet.port.SiteBrowser;
import com.lotview.worker.fleet.run.outcome.RunOutcome;
import com.lotview.worker.marketplace.form.FormReport;

/** The sign-in is the check; the form is inspected if the order says so. */
final class CheckWork implements Work {
  private final RunContext context;
  private final CheckOrder order;

  CheckWork(RunContext context, CheckOrder order) {
    this.context = context;
    this.order = order;
  }

  @Override
  public RunOutcome in(SiteBrowser browser) {
    if (!order.readsForm()) {
      return new RunOutcome.Proved(JobResult.valid());
    }
    FormReport form = browser.form().inspect();
    context.healed(browser);
    context.keepFormIfPossible(browser, Evidence.Kind.FORM);
    return new RunOutcome.Proved(JobResult.read(form));
  }
}
