package com.lotview.worker.fleet.job;

import org.jspecify.annotations.Nullable;

/**
 * A listing at the site.
 *
 * @param priceCents that it shows as far as is known
 */
public record LiveListing(String listingId, String listingUrl, @Nullable Long priceCents) {}
