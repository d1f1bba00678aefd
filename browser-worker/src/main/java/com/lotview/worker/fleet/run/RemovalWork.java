package com.lotview.worker.fleet.run;

import com.lotview.worker.fleet.job.RemovalOrder;
import com.lotview.worker.fleet.port.SiteBrowser;
import com.lotview.worker.marketplace.listings.Removal;

/** Takes a listing down; it counts as down when a search does not find it. */
final class RemovalWork extends ChangeWork {
  private final RemovalOrder order;

  RemovalWork(RunContext context, RemovalOrder order) {
    super(context);
    this.order = order;
  }

  @Override
  VerificationResult change(SiteBrowser browser) {
    Removal removal = browser.listings().remove(order.atSite(), () -> permit(browser));
    return switch (removal) {
      case Removal.Gone gone -> searched(browser);
      case Removal.StillThere there -> new VerificationResult.Undone(there.reason());
      case Removal.Unclear unclear -> new VerificationResult.Unreadable(unclear.reason());
    };
  }

  private VerificationResult searched(SiteBrowser browser) {
    confirming();
    return VerificationResult.of(order, VerificationRun.presence(browser, order, order.live()));
  }
}
