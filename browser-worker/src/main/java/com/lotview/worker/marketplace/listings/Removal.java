package com.lotview.worker.marketplace.listings;

/** What became of a listing that was to be taken down. */
public sealed interface Removal {

  /**
   * It is down, or was before anything was clicked.
   *
   * @param how what the site showed, for people
   */
  record Gone(String how) implements Removal {}

  /** It is there as before. */
  record StillThere(String reason) implements Removal {}

  /** Whether it is still there is not known. */
  record Unclear(String reason) implements Removal {}
}
