package com.lotview.posting.dispatch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account's turn as it stands.
 *
 * @param open whether the account's jobs may run at all
 * @param busy whether a job of it is on its way or runs
 * @param restUntil until when its posts wait because the site wants a pause
 */
public record AccountSlot(boolean open, boolean busy, @Nullable Instant restUntil) {

  /** Whether a job of the account may start. */
  public boolean isFree() {
    return open && !busy;
  }
}
