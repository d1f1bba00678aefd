package com.lotview.worker.marketplace.listings;

/** The result of a removal. */
public sealed interface RemoveResult {

  /**
   * It is down, or was before anything was clicked.
   *
   * @param how what the site showed, for people
   */
  record Gone(String how) implements RemoveResult {}

  /** It is there as before. */
  record StillThere(String reason) implements RemoveResult {}

  /** Whether it is still there is not known. */
  record Unclear(String reason) implements RemoveResult {}
}
