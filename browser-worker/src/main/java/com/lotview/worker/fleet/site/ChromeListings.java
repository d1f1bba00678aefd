package com.lotview.worker.fleet.site;

import com.lotview.worker.fleet.job.PostingOrder;
import com.lotview.worker.fleet.port.SiteListings;
import com.lotview.worker.marketplace.Marketplace;
import com.lotview.worker.marketplace.listings.AskedListing;
import com.lotview.worker.marketplace.listings.Presence;
import com.lotview.worker.marketplace.listings.Search;
import com.lotview.worker.marketplace.listings.Survey;
import com.lotview.worker.marketplace.listings.change.EditPriceRequest;
import com.lotview.worker.marketplace.listings.change.EditPriceResult;
import com.lotview.worker.marketplace.listings.change.RemoveRequest;
import com.lotview.worker.marketplace.listings.change.RemoveResult;
import com.lotview.worker.marketplace.listings.change.RenewRequest;
import com.lotview.worker.marketplace.listings.change.RenewResult;
import com.lotview.worker.marketplace.page.ClickGuard;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The account's listings in a real browser. */
record ChromeListings(Marketplace marketplace) implements SiteListings {
  @Override
  public Search find(PostingOrder order, @Nullable Instant madeSince) {
    return marketplace.find(Listings.of(order, List.of()), order.photos().size(), madeSince);
  }

  @Override
  public Presence presence(String listingId, String title) {
    return marketplace.presence(listingId, title);
  }

  @Override
  public Survey survey(List<AskedListing> asked) {
    return marketplace.survey(asked);
  }

  @Override
  public RemoveResult remove(RemoveRequest order, ClickGuard guard) {
    return marketplace.remove(order, guard);
  }

  @Override
  public EditPriceResult editPrice(EditPriceRequest order, ClickGuard guard) {
    return marketplace.editPrice(order, guard);
  }

  @Override
  public RenewResult renew(RenewRequest order, ClickGuard guard) {
    return marketplace.renew(order, guard);
  }

  @Override
  public RenewResult renewal(RenewRequest order) {
    return marketplace.renewal(order);
  }
}
