package com.lotview.posting.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How an attempt of a job ended, as its worker says.
 *
 * @param retryable another try can cure the cause, and no click is unsettled
 * @param form what the form showed, if the job was to read it
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
    List<Picture> pictures,
    @Nullable Form form) {
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

  /** The form as it is against the map of its language, field by field. */
  public record Form(String language, int mapVersion, List<Field> findings) {}

  /**
   * One field of the form.
   *
   * @param state {@code MATCHES}, {@code HEALED}, {@code MISSING}, {@code OPTIONS_MISSING} or
   *     {@code EXTRA}
   * @param required whether nothing can be posted without it
   */
  public record Field(
      String field,
      String state,
      boolean required,
      @Nullable String wanted,
      @Nullable String found) {}

  /** Whether the site asked for fewer posts. */
  public boolean isLimitNotice() {
    return outcome == Outcome.FAILED && LIMIT_NOTICE.equals(code);
  }

  /** The reason, also where the worker gave none. */
  public String why() {
    return reason == null ? "No reason was given" : reason;
  }
}
