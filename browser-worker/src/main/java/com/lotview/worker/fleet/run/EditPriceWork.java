package com.lotview.worker.fleet.run;

import com.lotview.worker.fleet.job.EditPriceOrder;
import com.lotview.worker.fleet.port.SiteBrowser;
import com.lotview.worker.fleet.run.outcome.VerificationResult;
import com.lotview.worker.marketplace.listings.change.EditPriceResult;

/** Changes a listing's price; the listing's page proves it. */
final class EditPriceWork extends ChangeWork {
  private final EditPriceOrder order;

  EditPriceWork(RunContext context, EditPriceOrder order) {
    super(context);
    this.order = order;
  }

  @Override
  VerificationResult change(SiteBrowser browser) {
    EditPriceResult edit = browser.listings().editPrice(order.atSite(), () -> permit(browser));
    confirming();
    return switch (edit) {
      case EditPriceResult.Shown shown -> VerificationResult.ofPrice(order, shown.dollars());
      case EditPriceResult.Missing missing ->
          new VerificationResult.Settled(VerificationResult.missing());
      case EditPriceResult.NotChanged not -> new VerificationResult.Undone(not.reason());
      case EditPriceResult.Unclear unclear -> new VerificationResult.Unreadable(unclear.reason());
    };
  }
}
