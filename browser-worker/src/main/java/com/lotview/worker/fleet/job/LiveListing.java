package com.lotview.worker.fleet.job;

import org.jspecify.annotations.Nullable;

/**
 * A listing at the site.
 *
 * @param priceCents last known price
 */
public record LiveListing(String listingId, String listingUrl, @Nullable Long priceCents) {}
