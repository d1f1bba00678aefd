package com.lotview.worker.marketplace.listings.change;

/** The result of a price change. */
public sealed interface EditPriceResult {

  /** The listing's page shows this price, possibly before any click. */
  record Shown(long dollars) implements EditPriceResult {}

  /** The old price is unchanged. */
  record NotChanged(String reason) implements EditPriceResult {}

  /** The listing does not exist any more. */
  record Missing() implements EditPriceResult {}

  /** The price is unknown. */
  record Unclear(String reason) implements EditPriceResult {}
}
