package com.lotview.worker.fleet.run;

import com.lotview.worker.fleet.job.RenewOrder;
import com.lotview.worker.fleet.port.SiteBrowser;
import com.lotview.worker.fleet.run.outcome.VerificationResult;
import com.lotview.worker.marketplace.listings.change.RenewResult;

/** Renews a listing; a card that offers no renewal any more proves it. */
final class RenewWork extends ChangeWork {
  private final RenewOrder order;

  RenewWork(RunContext context, RenewOrder order) {
    super(context);
    this.order = order;
  }

  @Override
  VerificationResult change(SiteBrowser browser) {
    RenewResult renewal = browser.listings().renew(order.atSite(), () -> permit(browser));
    confirming();
    return VerificationResult.of(renewal);
  }
}
