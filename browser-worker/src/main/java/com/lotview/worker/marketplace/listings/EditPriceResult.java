package com.lotview.worker.marketplace.listings;

/** What became of a price that was to be changed. */
public sealed interface EditPriceResult {

  /** The listing's page shows this price now; also if it did before anything was clicked. */
  record Shown(long dollars) implements EditPriceResult {}

  /** The old price stands. */
  record NotChanged(String reason) implements EditPriceResult {}

  /** There is no such listing any more. */
  record Missing() implements EditPriceResult {}

  /** Which price it shows is not known. */
  record Unclear(String reason) implements EditPriceResult {}
}
