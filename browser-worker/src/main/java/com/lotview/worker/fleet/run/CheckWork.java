package com.lotview.worker.fleet.run;

import com.lotview.worker.fleet.job.CheckOrder;
import com.lotview.worker.fleet.job.Evidence;
import com.lotview.worker.fleet.job.JobResult;
import com.lotview.worker.fleet.port.SiteBrowser;
import com.lotview.worker.marketplace.form.FormReport;

/** That the browser is signed in is the answer; the form is read if that is wanted. */
final class CheckWork implements Work {
  private final RunContext bench;
  private final CheckOrder order;

  CheckWork(RunContext bench, CheckOrder order) {
    this.bench = bench;
    this.order = order;
  }

  @Override
  public RunOutcome in(SiteBrowser browser) {
    if (!order.readsForm()) {
      return new RunOutcome.Proved(JobResult.valid());
    }
    FormReport form = browser.readForm();
    bench.healed(browser);
    bench.keepFormIfPossible(browser, Evidence.Kind.FORM);
    return new RunOutcome.Proved(JobResult.read(form));
  }
}
