package com.lotview.worker.marketplace.listings.change;

/** What a listing's card says about its renewal. */
public sealed interface RenewResult {

  /** The card offers no renewal, possibly before any click. */
  record NotOffered() implements RenewResult {}

  /** The card still offers it. */
  record StillOffered(String reason) implements RenewResult {}

  /** The listing does not exist any more. */
  record Missing() implements RenewResult {}

  /** The card could not be read. */
  record Unclear(String reason) implements RenewResult {}
}
