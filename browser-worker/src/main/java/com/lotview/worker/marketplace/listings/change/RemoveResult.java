package com.lotview.worker.marketplace.listings.change;

/** The result of a removal. */
public sealed interface RemoveResult {

  /**
   * It is removed, possibly before any click.
   *
   * @param how what the site showed
   */
  record Gone(String how) implements RemoveResult {}

  /** It is unchanged. */
  record StillThere(String reason) implements RemoveResult {}

  /** It is unknown whether it exists. */
  record Unclear(String reason) implements RemoveResult {}
}
