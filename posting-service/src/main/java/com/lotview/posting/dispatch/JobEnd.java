package com.lotview.posting.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How an attempt of a job ended, as its worker says.
 *
 * @param retryable another try can cure the cause, and no click is unsettled
 */
public record JobEnd(
    JobRef job,
    UUID dealershipId,
    UUID fbAccountId,
    int attempt,
    Outcome outcome,
    boolean retryable,
    @Nullable String code,
    @Nullable String reason,
    List<Picture> pictures) {
  private static final String LIMIT_NOTICE = "FB_RATE_LIMITED";

  /** How an attempt can end. */
  public enum Outcome {
    POSTED,
    REMOVED,
    EDITED,
    VALID,
    FAILED,
    NEEDS_LOGIN,
    NEEDS_REVIEW
  }

  /** A picture that the worker took, in the object store. */
  public record Picture(String kind, String key, @Nullable String sha256, Instant takenAt) {}

  /** Whether the site asked for fewer posts. */
  public boolean isLimitNotice() {
    return outcome == Outcome.FAILED && LIMIT_NOTICE.equals(code);
  }

  /** The reason, also where the worker gave none. */
  public String why() {
    return reason == null ? "No reason was given" : reason;
  }
}
