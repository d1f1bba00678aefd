package com.lotview.worker.fleet.job;

import com.lotview.worker.marketplace.listings.change.RenewRequest;
import java.util.UUID;

/** A listing to renew. */
public record RenewOrder(
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

  /** The order in the words of the marketplace. */
  public RenewRequest atSite() {
    return new RenewRequest(live.listingId(), listing.siteTitle(), live.dollars(listing));
  }
}
