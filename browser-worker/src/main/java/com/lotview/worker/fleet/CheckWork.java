package com.lotview.worker.fleet;

import com.lotview.worker.marketplace.FormReport;

/** That the browser is signed in is the answer; the form is read if that is wanted. */
final class CheckWork implements Work {
  private final RunBench bench;
  private final CheckOrder order;

  CheckWork(RunBench bench, CheckOrder order) {
    this.bench = bench;
    this.order = order;
  }

  @Override
  public Ending in(SiteBrowser browser) {
    if (!order.readsForm()) {
      return new Ending.Proved(JobResult.valid());
    }
    FormReport form = browser.readForm();
    bench.healed(browser);
    bench.keepFormIfPossible(browser, Evidence.Kind.FORM);
    return new Ending.Proved(JobResult.read(form));
  }
}
