package com.lotview.worker.fleet.job;

import com.lotview.worker.marketplace.listings.change.RemoveRequest;
import java.util.UUID;

/** A listing to remove. */
public record RemoveOrder(
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
    LiveListing live,
    RemoveRequest.How removal)
    implements ListingJob {

  /** The order in the words of the marketplace. */
  public RemoveRequest atSite() {
    return new RemoveRequest(
        live.listingId(),
        live.listingUrl(),
        marker,
        listing.siteTitle(),
        live.dollars(listing),
        removal);
  }
}
