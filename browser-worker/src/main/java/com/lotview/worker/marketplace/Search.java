package com.lotview.worker.marketplace;

import java.util.List;

/** What looking for a listing on the account's own pages brought. */
public sealed interface Search {

  /**
   * A listing whose text carries the marker.
   *
   * @param differences where it shows something else than was ordered, if it was compared
   * @param notes what else the site says of it
   */
  record Found(String listingId, String url, List<Difference> differences, List<String> notes)
      implements Search {
    public Found {
      differences = List.copyOf(differences);
      notes = List.copyOf(notes);
    }

    public Found(String listingId, String url) {
      this(listingId, url, List.of(), List.of());
    }
  }

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
