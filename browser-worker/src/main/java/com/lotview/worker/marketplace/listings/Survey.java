package com.lotview.worker.marketplace.listings;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The states of an account's listings.
 *
 * @param readToEnd whether the list was read to its end; without that, no listing is ABSENT
 * @param others listings that were not requested
 * @param seen one for each requested listing, in that order
 */
public record Survey(boolean readToEnd, int others, List<Seen> seen) {
  public Survey {
    seen = List.copyOf(seen);
  }

  /** The state of a listing. */
  public enum State {
    LIVE,
    /** Listed, and the site says that it reviews it. */
    IN_REVIEW,
    /** Listed, and its page is gone: the site took it down. */
    REJECTED,
    SOLD,
    /** Its page is gone, and the list was read to its end without it. */
    ABSENT,
    /** Nothing is known. */
    UNREADABLE
  }

  /**
   * One listing.
   *
   * @param price in whole units of the currency; null if none was read
   * @param says the site's own words about it, or why it could not be read
   * @param clicks null if the site does not say so
   * @param renewable whether the site offers to renew it
   */
  public record Seen(
      String id,
      State state,
      @Nullable Long price,
      @Nullable String says,
      @Nullable Integer clicks,
      boolean renewable) {
    static Seen of(String id, State state, @Nullable String says) {
      return new Seen(id, state, null, says, null, false);
    }
  }
}
