package com.lotview.worker.marketplace.listings;

import com.lotview.worker.marketplace.page.Difference;
import java.util.List;

/** What looking for an order's listing on the account's own pages brought. */
public sealed interface Search {

  /**
   * The order's listing.
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
   * The list was read to its end, and every listing on it has proved to be another one.
   *
   * @param listings all of them, each with its proof
   */
  record Absent(List<RuledOut> listings) implements Search {
    public Absent {
      listings = List.copyOf(listings);
    }
  }

  /**
   * A listing that is not the order's.
   *
   * @param proof what shows it
   */
  record RuledOut(String title, String proof) {}

  /** The list, or a listing that may be the order's, could not be read; nothing follows from it. */
  record Unreadable(String reason) implements Search {}
}
