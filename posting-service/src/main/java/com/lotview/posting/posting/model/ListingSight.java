package com.lotview.posting.posting.model;

import com.lotview.posting.dispatch.ListingSurvey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a listing stood at the last look that saw or missed it.
 *
 * @param state never UNREADABLE: such a look says nothing
 * @param at when it was first seen like this
 * @param priceCents that it showed when one was last read; null if none was
 * @param otherPrice whether that is not the one that this system gave it
 * @param says the site's own words about it
 * @param clicks null if the site does not show them
 */
public record ListingSight(
    ListingSurvey.State state,
    Instant at,
    @Nullable Long priceCents,
    boolean otherPrice,
    @Nullable String says,
    @Nullable Integer clicks,
    boolean renewable) {

  /**
   * The sight after this look; its time changes only with the state.
   *
   * @param wanted price in cents that it is to show
   */
  public static ListingSight of(
      ListingSurvey.Seen seen, @Nullable ListingSight before, @Nullable Long wanted, Instant now) {
    Long read = seen.priceCents();
    Long price = read != null || before == null ? read : before.priceCents;
    return new ListingSight(
        seen.state(),
        before != null && before.state == seen.state() ? before.at : now,
        price,
        differ(price, wanted),
        seen.says(),
        seen.clicks(),
        seen.isRenewable());
  }

  // Cents do not count: the site shows none.
  private static boolean differ(@Nullable Long shown, @Nullable Long wanted) {
    return shown != null && wanted != null && Math.abs(shown - wanted) >= 100;
  }

  /** The same with the price that this system gave it. */
  public ListingSight priced() {
    return new ListingSight(state, at, priceCents, false, says, clicks, renewable);
  }

  /** The same after a renewal. */
  public ListingSight renewed() {
    return new ListingSight(state, at, priceCents, otherPrice, null, clicks, false);
  }
}
