package com.lotview.worker.fleet.job;

import com.lotview.worker.marketplace.listings.RemoveOrder;
import java.util.UUID;

/** A listing that is to be taken down. */
public record RemovalOrder(
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
    RemoveOrder.How removal)
    implements ListingJob {

  /** The order in the words of the marketplace. */
  public RemoveOrder atSite() {
    Long shown = live.priceCents();
    return new RemoveOrder(
        live.listingId(),
        live.listingUrl(),
        marker,
        listing.siteTitle(),
        PostingOrder.dollars(shown == null ? listing.priceCents() : shown),
        removal);
  }
}
