package com.lotview.worker.marketplace.listings.change;

import org.jspecify.annotations.Nullable;

/**
 * A price to set on a listing.
 *
 * @param listingUrl as the site gave it
 * @param marker short reference in its description
 * @param title as the site makes it, {@code Year Make Model}
 * @param fromDollars last known price
 */
public record EditPriceRequest(
    String listingId,
    String listingUrl,
    String marker,
    String title,
    @Nullable Long fromDollars,
    long toDollars) {}
