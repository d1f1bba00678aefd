package com.lotview.worker.marketplace.listings;

import com.lotview.worker.marketplace.page.Difference;
import java.util.List;

/** The result of a search for an order's listing on the account's pages. */
public sealed interface Search {

  /**
   * The order's listing.
   *
   * @param differences where it differs from the order, if it was compared
   * @param notes the site's remarks
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
   * The list was read to its end, and each listing on it is proven to be another one.
   *
   * @param listings all listings with their proofs
   */
  record Absent(List<RuledOut> listings) implements Search {
    public Absent {
      listings = List.copyOf(listings);
    }
  }

  /**
   * Another listing.
   *
   * @param proof what proves it
   */
  record RuledOut(String title, String proof) {}

  /** The list, or a possible listing, could not be read; nothing is proven. */
  record Unreadable(String reason) implements Search {}
}
