package com.lotview.worker.fleet.run;

import com.lotview.worker.fleet.job.RemovalOrder;
import com.lotview.worker.fleet.port.SiteBrowser;
import com.lotview.worker.marketplace.listings.Removal;

/** Takes a listing down; it counts as down when a search does not find it. */
final class RemovalWork extends ChangeWork {
  private final RemovalOrder order;

  RemovalWork(RunBench bench, RemovalOrder order) {
    super(bench);
    this.order = order;
  }

  @Override
  Sighting change(SiteBrowser browser) {
    Removal removal = browser.remove(order.atSite(), () -> permit(browser));
    return switch (removal) {
      case Removal.Gone gone -> searched(browser);
      case Removal.StillThere there -> new Sighting.Undone(there.reason());
      case Removal.Unclear unclear -> new Sighting.Unreadable(unclear.reason());
    };
  }

  private Sighting searched(SiteBrowser browser) {
    confirming();
    return Sighting.of(order, LookRun.presence(browser, order, order.live()));
  }
}
