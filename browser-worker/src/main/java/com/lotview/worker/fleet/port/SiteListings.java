package com.lotview.worker.fleet.port;

import com.lotview.worker.fleet.job.PostingOrder;
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

/** The account's listings in a run's browser; see {@link SiteBrowser} for threads and errors. */
public interface SiteListings {
  /**
   * Finds the order's listing among the account's. Never publishes.
   *
   * @param madeSince earliest time at which the listing can exist: older listings are others; null
   *     if it is not known
   */
  Search find(PostingOrder order, @Nullable Instant madeSince);

  /**
   * Reads how a listing stands, on its own page and among the account's. Changes nothing.
   *
   * @param title as the site makes it
   */
  Presence presence(String listingId, String title);

  /** Says how listings of the account stand. Changes nothing. */
  Survey survey(List<AskedListing> asked);

  /**
   * Removes a listing and checks that it is gone. Does nothing if it is gone already.
   *
   * @param guard asked right before each click that changes something
   */
  RemoveResult remove(RemoveRequest order, ClickGuard guard);

  /**
   * Changes a listing's price and reads it back from the listing's page. Does nothing if the page
   * shows the price already.
   *
   * @param guard asked right before each click that changes something
   */
  EditPriceResult editPrice(EditPriceRequest order, ClickGuard guard);

  /**
   * Renews a listing by its card, and reads the card again. Does nothing if the card offers no
   * renewal.
   *
   * @param guard asked right before each click that changes something
   */
  RenewResult renew(RenewRequest order, ClickGuard guard);

  /** Whether the site offers to renew the listing. Changes nothing. */
  RenewResult renewal(RenewRequest order);
}
