package com.lotview.worker.fleet.run;

import com.lotview.worker.fleet.job.Evidence;
import com.lotview.worker.fleet.job.JobResult;
import com.lotview.worker.fleet.job.PostingOrder;
import com.lotview.worker.fleet.port.SiteBrowser;
import com.lotview.worker.marketplace.Step;
import com.lotview.worker.marketplace.page.PostingOutcome;
import java.nio.file.Path;
import java.util.List;

/** Fills the form and publishes, once. */
final class PostingWork implements Work {
  private final Workshop shop;
  private final RunContext bench;
  private final PostingOrder order;
  private List<Path> photos = List.of();

  PostingWork(Workshop shop, RunContext bench, PostingOrder order) {
    this.shop = shop;
    this.bench = bench;
    this.order = order;
  }

  @Override
  public void prepare() {
    photos = shop.photos().fetch(order, bench.folder("photos"));
  }

  @Override
  public RunOutcome in(SiteBrowser browser) {
    bench.step(Step.OPEN);
    browser.openForm();
    bench.step(Step.DETAILS);
    browser.fill(order, photos, () -> bench.step(Step.PHOTOS));
    bench.healed(browser);
    bench.step(Step.PUBLISH);
    bench.keepForm(browser);
    browser.next();
    PostingOutcome outcome = browser.publish(order, bench.guard()::permit, bench::clicked);
    JobResult result = OutcomeMapper.of(outcome);
    if (outcome instanceof PostingOutcome.Posted) {
      bench.keepIfPossible(browser, Evidence.Kind.CONFIRMATION);
      return new RunOutcome.Proved(result);
    }
    bench.keepIfPossible(browser, Evidence.Kind.FAILURE);
    return bench.guard().intended() && OutcomeMapper.unsettledAtClick(outcome)
        ? RunOutcome.Unsettled.of(outcome)
        : new RunOutcome.Result(result);
  }
}
