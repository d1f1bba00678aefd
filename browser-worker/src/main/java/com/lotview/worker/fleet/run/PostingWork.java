package com.lotview.worker.fleet.run;

import com.lotview.worker.fleet.job.Evidence;
import com.lotview.worker.fleet.job.JobResult;
import com.lotview.worker.fleet.job.PostingOrder;
import com.lotview.worker.fleet.port.PhotoSource;
import com.lotview.worker.fleet.port.SiteBrowser;
import com.lotview.worker.fleet.port.SiteForm;
import com.lotview.worker.fleet.run.outcome.OutcomeMapper;
import com.lotview.worker.fleet.run.outcome.RunOutcome;
import com.lotview.worker.marketplace.Step;
import com.lotview.worker.marketplace.page.PostingOutcome;
import java.nio.file.Path;
import java.util.List;

/** Fills the form and publishes once. */
final class PostingWork implements Work {
  private final PhotoSource source;
  private final RunContext context;
  private final PostingOrder order;
  private List<Path> photos = List.of();

  PostingWork(PhotoSource source, RunContext context, PostingOrder order) {
    this.source = source;
    this.context = context;
    this.order = order;
  }

  @Override
  public void prepare() {
    photos = source.fetch(order, context.folder("photos"));
  }

  @Override
  public RunOutcome in(SiteBrowser browser) {
    SiteForm form = browser.form();
    context.step(Step.OPEN);
    form.open();
    context.step(Step.DETAILS);
    form.fill(order, photos, () -> context.step(Step.PHOTOS));
    context.healed(browser);
    context.step(Step.PUBLISH);
    context.keepForm(browser);
    form.next();
    PostingOutcome outcome = form.publish(order, context.supervisor()::permit, context::clicked);
    JobResult result = OutcomeMapper.of(outcome);
    if (outcome instanceof PostingOutcome.Posted) {
      context.keepIfPossible(browser, Evidence.Kind.CONFIRMATION);
      return new RunOutcome.Proved(result);
    }
    context.keepIfPossible(browser, Evidence.Kind.FAILURE);
    return context.supervisor().intended() && OutcomeMapper.unsettledAtClick(outcome)
        ? RunOutcome.Unsettled.of(outcome)
        : new RunOutcome.Result(result);
  }
}
