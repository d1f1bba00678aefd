package com.lotview.worker.fleet.job;

import com.lotview.worker.marketplace.listings.change.EditPriceRequest;
import java.util.UUID;

/**
 * A listing whose price changes.
 *
 * @param listing with the new price
 * @param live with the old price
 */
public record EditPriceOrder(
    String jobId,
    UUID taskId,
    UUID postingId,
    UUID dealershipId,
    UUID fbAccountId,
    UUID vehicleId,
    int attempt,
    String marker,
    int deadlineSeconds,
    PostingOrder.Listing listing,
    LiveListing live)
    implements ListingJob {

  /** The new price in whole dollars, as the site shows it. */
  public long dollars() {
    return PostingOrder.dollars(listing.priceCents());
  }

  /** The order in the words of the marketplace. */
  public EditPriceRequest atSite() {
    Long shown = live.priceCents();
    return new EditPriceRequest(
        live.listingId(),
        live.listingUrl(),
        marker,
        listing.siteTitle(),
        shown == null ? null : PostingOrder.dollars(shown),
        dollars());
  }
}
