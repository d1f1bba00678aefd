package com.lotview.worker.fleet.run;

import com.lotview.worker.fleet.job.CheckOrder;
import com.lotview.worker.fleet.job.PostingOrder;
import com.lotview.worker.fleet.job.PriceOrder;
import com.lotview.worker.fleet.job.RemovalOrder;
import com.lotview.worker.fleet.job.SignInOrder;
import com.lotview.worker.fleet.port.SiteBrowser;

/** What a run does, by the kind of its job. */
interface Work {
  /** Fetches what is needed, before there is a browser. */
  default void prepare() {}

  /** Works at the site, in a browser that is signed in. */
  RunOutcome in(SiteBrowser browser);

  /** The work of a bench's job. */
  static Work of(Workshop shop, RunContext bench) {
    return switch (bench.order()) {
      case PostingOrder order -> new PostingWork(shop, bench, order);
      case RemovalOrder order -> new RemovalWork(bench, order);
      case PriceOrder order -> new PriceWork(bench, order);
      case CheckOrder order -> new CheckWork(bench, order);
      case SignInOrder order -> throw new IllegalStateException("The owner works, not the fleet");
    };
  }
}
