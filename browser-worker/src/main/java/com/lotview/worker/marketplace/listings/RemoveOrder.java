package com.lotview.worker.marketplace.listings;

/**
 * A listing that is to be taken down.
 *
 * @param listingUrl as the site gave it
 * @param marker short reference in its description
 * @param title as the site makes it, {@code Year Make Model}
 * @param priceDollars what it showed last as far as is known
 */
public record RemoveOrder(
    String listingId, String listingUrl, String marker, String title, long priceDollars, How how) {

  /** How a listing is taken down. */
  public enum How {
    /** It is deleted. */
    DELETE,
    /** It is marked as sold. */
    SOLD
  }
}
