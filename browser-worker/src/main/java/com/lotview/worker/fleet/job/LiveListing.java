package com.lotview.worker.fleet.job;

import org.jspecify.annotations.Nullable;

/**
 * A listing at the site.
 *
 * @param priceCents last known price
 */
public record LiveListing(String listingId, String listingUrl, @Nullable Long priceCents) {

  /** What its card shows, in whole dollars: the last known price, or else the ordered one. */
  long dollars(PostingOrder.Listing ordered) {
    return PostingOrder.dollars(priceCents == null ? ordered.priceCents() : priceCents);
  }
}
