package com.lotview.worker.fleet.run;

import com.lotview.worker.fleet.job.PriceOrder;
import com.lotview.worker.fleet.port.SiteBrowser;
import com.lotview.worker.marketplace.listings.PriceEdit;

/** Gives a listing another price; it counts when the listing's page shows it. */
final class PriceWork extends ChangeWork {
  private final PriceOrder order;

  PriceWork(RunContext context, PriceOrder order) {
    super(context);
    this.order = order;
  }

  @Override
  VerificationResult change(SiteBrowser browser) {
    PriceEdit edit = browser.listings().editPrice(order.atSite(), () -> permit(browser));
    confirming();
    return switch (edit) {
      case PriceEdit.Shown shown -> VerificationResult.ofPrice(order, shown.dollars());
      case PriceEdit.Missing missing ->
          new VerificationResult.Settled(VerificationResult.missing());
      case PriceEdit.NotChanged not -> new VerificationResult.Undone(not.reason());
      case PriceEdit.Unclear unclear -> new VerificationResult.Unreadable(unclear.reason());
    };
  }
}
