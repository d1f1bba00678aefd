package com.lotview.worker.marketplace;

/** What looking for a listing on the account's own pages brought. */
public sealed interface Search {

  /** A listing whose text carries the marker. */
  record Found(String listingId, String url) implements Search {}

  /**
   * The list was read to its end and no listing carries the marker.
   *
   * @param listingsSeen how many listings were on the page
   * @param opened how many of them were opened and read
   */
  record Absent(int listingsSeen, int opened) implements Search {}

  /** The list could not be read to its end; nothing follows from it. */
  record Unreadable(String reason) implements Search {}
}
