package com.lotview.worker.marketplace.listings;

/**
 * Whether a listing at the site is the order's. {@link Another} may allow a second click, so it
 * names its proof; without a proof it is {@link CannotTell}.
 */
public sealed interface Match {

  /**
   * It is the order's listing.
   *
   * @param by the signs that prove it
   */
  record Ours(String by) implements Match {}

  /**
   * It is certainly another listing.
   *
   * @param proof what proves it
   */
  record Another(String proof) implements Match {}

  /**
   * The page proves nothing.
   *
   * @param reason what is missing or ambiguous
   */
  record CannotTell(String reason) implements Match {}
}
