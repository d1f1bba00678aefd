package com.lotview.worker.fleet.run;

import com.lotview.worker.fleet.job.RemoveOrder;
import com.lotview.worker.fleet.port.SiteBrowser;
import com.lotview.worker.fleet.run.outcome.VerificationResult;
import com.lotview.worker.marketplace.listings.change.RemoveResult;

/** Removes a listing; a search that does not find it proves it. */
final class RemoveWork extends ChangeWork {
  private final RemoveOrder order;

  RemoveWork(RunContext context, RemoveOrder order) {
    super(context);
    this.order = order;
  }

  @Override
  VerificationResult change(SiteBrowser browser) {
    RemoveResult removal = browser.listings().remove(order.atSite(), () -> permit(browser));
    return switch (removal) {
      case RemoveResult.Gone gone -> searched(browser);
      case RemoveResult.StillThere there -> new VerificationResult.Undone(there.reason());
      case RemoveResult.Unclear unclear -> new VerificationResult.Unreadable(unclear.reason());
    };
  }

  private VerificationResult searched(SiteBrowser browser) {
    confirming();
    return VerificationResult.of(order, VerificationRun.presence(browser, order, order.live()));
  }
}
