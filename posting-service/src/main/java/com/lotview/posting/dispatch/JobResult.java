package com.lotview.posting.dispatch;

import com.lotview.contracts.ErrorCode;
import com.lotview.posting.texts.DealerTexts;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How an attempt of a job ended, as its worker reports it.
 *
 * @param postingId of a job about a listing
 * @param listing what the worker saw of the listing
 * @param form what the form showed, if the job was to read it
 * @param openClickAt when the browser of a click was dead whose effect is unknown
 * @param survey what a look saw of the account's listings
 */
public record JobResult(
    JobRef job,
    AccountRef account,
    @Nullable UUID postingId,
    int attempt,
    Outcome outcome,
    Cause cause,
    Listing listing,
    List<Picture> pictures,
    @Nullable Form form,
    @Nullable Instant openClickAt,
    @Nullable ListingSurvey survey) {

  /** Without an open click and without a look. */
  public JobResult(
      JobRef job,
      AccountRef account,
      @Nullable UUID postingId,
      int attempt,
      Outcome outcome,
      Cause cause,
      Listing listing,
      List<Picture> pictures,
      @Nullable Form form) {
    this(job, account, postingId, attempt, outcome, cause, listing, pictures, form, null, null);
  }

  /** How an attempt can end. */
  public enum Outcome {
    POSTED,
    REMOVED,
    EDITED,
    RENEWED,
    VALID,
    FAILED,
    NEEDS_LOGIN,
    NEEDS_REVIEW
  }

  /**
   * Why it ended like that.
   *
   * @param retryable another try can cure the cause, and no click is unsettled
   * @param field the form's field that stopped it, if it was one
   */
  public record Cause(
      boolean retryable, @Nullable String code, @Nullable String reason, @Nullable String field) {}

  /**
   * The listing as the worker saw it.
   *
   * @param seen whether a page showed it; without that, only the site's answer says that it exists
   * @param differences where it differs from the order
   * @param notes other remarks of the site
   */
  public record Listing(
      @Nullable String id,
      @Nullable String url,
      boolean seen,
      List<Difference> differences,
      List<String> notes) {}

  /**
   * Where a live listing differs from the order.
   *
   * @param field of the listing; {@code photos} counts pictures
   * @param found what it shows; empty if it shows nothing of it
   */
  public record Difference(String field, String wanted, String found) {}

  /** A picture that the worker took, in the object store. */
  public record Picture(String kind, String key, @Nullable String sha256, Instant takenAt) {}

  /**
   * The form compared with the map of its language, field by field.
   *
   * @param makes names of makes that it accepts; empty if the make is a text or was not read
   */
  public record Form(
      String language, int mapVersion, List<Field> findings, @Nullable List<String> makes) {}

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
    return outcome == Outcome.FAILED && ErrorCode.FB_RATE_LIMITED.name().equals(cause.code());
  }

  /** Whether no worker began the attempt, because it was withdrawn. */
  public boolean isWithdrawn() {
    return outcome == Outcome.FAILED && ErrorCode.JOB_WITHDRAWN.name().equals(cause.code());
  }

  /** The reason, also where the worker gave none. */
  public String why() {
    return cause.reason() == null ? DealerTexts.NO_REASON : cause.reason();
  }
}
