package com.lotview.posting.dispatch;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a look saw of an account's listings.
 *
 * @param readToEnd whether the list was read to its end; without that, nothing is ABSENT
 * @param others listings that were not requested
 */
public record ListingSurvey(boolean readToEnd, int others, List<Seen> seen) {

  /**
   * How one listing stands.
   *
   * @param priceCents that it shows; null if none was read
   * @param says the site's own words about it, or why it could not be read
   * @param clicks null if the site does not show them
   */
  public record Seen(
      UUID postingId,
      String listingId,
      State state,
      @Nullable Long priceCents,
      @Nullable String says,
      @Nullable Integer clicks,
      @Nullable Boolean renewable) {

    /** Whether the site offers to renew it. */
    public boolean isRenewable() {
      return Boolean.TRUE.equals(renewable);
    }
  }

  /** How a listing can stand; names as in {@code posting.completed}. */
  public enum State {
    LIVE,
    IN_REVIEW,
    /** Listed, and its page is gone. */
    REJECTED,
    SOLD,
    /** Its page is gone, and the list was read to its end without it. */
    ABSENT,
    /** Nothing is known. */
    UNREADABLE
  }
}
