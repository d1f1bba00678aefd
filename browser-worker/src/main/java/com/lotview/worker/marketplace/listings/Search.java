package com.lotview.worker.marketplace.listings;

import com.lotview.worker.marketplace.page.Difference;
import com.lotview.worker.marketplace.page.PostingOutcome.Posted;
import com.lotview.worker.marketplace.page.PostingOutcome.Unread;
import java.util.List;

/** The result of a search for an order's listing on the account's pages. */
public sealed interface Search {

  /**
   * The order's listing.
   *
   * @param differences where it differs from the order, if it was compared
   * @param notes the site's remarks
   * @param unread the fields that its page did not let be read
   */
  record Found(
      String listingId,
      String url,
      List<Difference> differences,
      List<String> notes,
      List<Unread> unread)
      implements Search {
    public Found {
      differences = List.copyOf(differences);
      notes = List.copyOf(notes);
      unread = List.copyOf(unread);
    }

    /** A listing that was not compared. */
    public Found(String listingId, String url) {
      this(listingId, url, List.of(), List.of(), List.of());
    }

    /** The same as the end of a posting, whose listing was seen. */
    public Posted posted() {
      return new Posted(listingId, url, differences, notes, unread, true);
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
