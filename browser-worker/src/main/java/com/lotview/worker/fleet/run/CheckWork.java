package com.lotview.worker.fleet.run;

import com.lotview.worker.fleet.job.CheckOrder;
import com.lotview.worker.fleet.job.Evidence;
import com.lotview.worker.fleet.job.JobResult;
import com.lotview.worker.fleet.port.SiteBrowser;
import com.lotview.worker.marketplace.form.FormReport;

/** That the browser is signed in is the answer; the form is read if that is wanted. */
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
