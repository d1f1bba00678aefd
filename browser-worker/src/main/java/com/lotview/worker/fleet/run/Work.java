package com.lotview.worker.fleet.run;

import com.lotview.worker.fleet.job.CheckOrder;
import com.lotview.worker.fleet.job.EditPriceOrder;
import com.lotview.worker.fleet.job.LookOrder;
import com.lotview.worker.fleet.job.PostingOrder;
import com.lotview.worker.fleet.job.RemoveOrder;
import com.lotview.worker.fleet.job.RenewOrder;
import com.lotview.worker.fleet.job.SignInOrder;
import com.lotview.worker.fleet.port.PhotoSource;
import com.lotview.worker.fleet.port.SiteBrowser;
import com.lotview.worker.fleet.run.outcome.RunOutcome;

/** The work of an acting run, by kind of job. */
interface Work {
  /** Fetches what the work needs, before the browser starts. */
  default void prepare() {}

  /** Works at the site in a signed-in browser. */
  RunOutcome in(SiteBrowser browser);

  /** The work of a run's job. */
  static Work of(PhotoSource photos, RunContext context) {
    return switch (context.order()) {
      case PostingOrder order -> new PostingWork(photos, context, order);
      case RemoveOrder order -> new RemoveWork(context, order);
      case EditPriceOrder order -> new EditPriceWork(context, order);
      case RenewOrder order -> new RenewWork(context, order);
      case CheckOrder order -> new CheckWork(context, order);
      case LookOrder order -> new LookWork(context, order);
      case SignInOrder order -> throw new IllegalStateException("The owner works, not the fleet");
    };
  }
}
