package com.lotview.worker.marketplace.listings.change;

/**
 * A listing to renew.
 *
 * @param title as the site makes it, {@code Year Make Model}
 * @param priceDollars last known price
 */
public record RenewRequest(String listingId, String title, long priceDollars) {}
