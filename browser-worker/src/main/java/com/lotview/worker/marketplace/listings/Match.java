package com.lotview.worker.marketplace.listings;

/**
 * Whether a listing that the site shows is the order's. A second listing may be made on the
 * strength of {@link Another}, so it always names its proof; what is not proven is {@link
 * CannotTell}.
 */
public sealed interface Match {

  /**
   * It is the order's listing.
   *
   * @param by the signs that show it
   */
  record Ours(String by) implements Match {}

  /**
   * It is certainly not the order's.
   *
   * @param proof what shows it
   */
  record Another(String proof) implements Match {}

  /**
   * Nothing follows from what was read.
   *
   * @param reason what was missing or ambiguous
   */
  record CannotTell(String reason) implements Match {}
}
