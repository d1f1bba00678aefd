package com.lotview.worker.marketplace.listings.change;

/**
 * A listing to remove.
 *
 * @param listingUrl as the site gave it
 * @param marker short reference in its description
 * @param title as the site makes it, {@code Year Make Model}
 * @param priceDollars last known price
 */
public record RemoveRequest(
    String listingId, String listingUrl, String marker, String title, long priceDollars, How how) {

  /** How to remove it. */
  public enum How {
    /** It is deleted. */
    DELETE,
    /** It is marked as sold. */
    SOLD
  }
}
