package com.lotview.posting.posting.submit;

import com.lotview.kit.error.RefusalException;
import com.lotview.posting.texts.DealerTexts;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** For when a posting may be ordered. */
public final class Schedule {
  private static final Duration HORIZON = Duration.ofDays(90);
  // A client's clock that is a little behind, and "now" that took a while to arrive.
  private static final Duration GRACE = Duration.ofMinutes(1);

  private Schedule() {}

  /** Throws {@code VALIDATION_ERROR} for a moment in the past or more than 90 days ahead. */
  public static void check(String field, @Nullable Instant wanted, Instant now) {
    if (wanted != null && wanted.isBefore(now.minus(GRACE))) {
      throw RefusalException.invalid(field, DealerTexts.IN_THE_PAST);
    }
    if (wanted != null && wanted.isAfter(now.plus(HORIZON))) {
      throw RefusalException.invalid(field, DealerTexts.tooFarAhead(HORIZON.toDays()));
    }
  }
}
