package com.lotview.posting.posting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a ready posting waits for.
 *
 * @param place in the line before the fleet, from 1; null unless it waits for a browser
 * @param expectedStart when a worker is expected to begin it; null if that is not known
 */
public record Wait(Reason reason, @Nullable Integer place, @Nullable Instant expectedStart) {

  /** Why a worker has not begun it. */
  public enum Reason {
    /** Its moment has not come. */
    TIME,
    /** Its account's turn: an earlier job, the posting limits, or a pause that the site wants. */
    ACCOUNT,
    /** A free browser. */
    BROWSER,
    /** No worker is there. */
    FLEET
  }
}
