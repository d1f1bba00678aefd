package com.lotview.worker.fleet.job;

import com.lotview.contracts.ErrorCode;
import com.lotview.worker.marketplace.form.FormReport;
import com.lotview.worker.marketplace.listings.Survey;
import com.lotview.worker.marketplace.page.Difference;
import com.lotview.worker.marketplace.page.PostingOutcome;
import com.lotview.worker.text.DealerTexts;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a job ended.
 *
 * @param retryable whether a retry can succeed; never true while the effect of a click is unknown
 * @param reason one sentence for the dealer
 * @param field the field of the listing that failed
 * @param listing the listing that was published
 * @param form what the form showed, if the job inspected it
 * @param openClick when the browser of a click was dead whose effect is still unknown: the next
 *     attempt must verify it before it clicks; null if no click is open
 * @param review why a person must decide; null if none must
 * @param survey how the account's listings stand, if the job was a look
 */
public record JobResult(
    Outcome outcome,
    boolean retryable,
    @Nullable ErrorCode code,
    @Nullable String reason,
    @Nullable String field,
    PostingOutcome.@Nullable Posted listing,
    @Nullable FormReport form,
    @Nullable Instant openClick,
    @Nullable ReviewCause review,
    @Nullable Survey survey) {

  public JobResult {
    if (retryable && openClick != null) {
      throw new IllegalArgumentException("a retry with an open click");
    }
  }

  /** A result without a listing or a form. */
  public JobResult(
      Outcome outcome,
      boolean retryable,
      @Nullable ErrorCode code,
      @Nullable String reason,
      @Nullable String field) {
    this(outcome, retryable, code, reason, field, null, null, null, null, null);
  }

  /** The listing exists. Differences do not make it less live. */
  public static JobResult posted(PostingOutcome.Posted listing) {
    return new JobResult(
        Outcome.POSTED,
        false,
        null,
        listing.differences().isEmpty() ? null : otherwise(listing.differences()),
        null,
        listing,
        null,
        null,
        null,
        null);
  }

  private static String otherwise(List<Difference> differences) {
    return DealerTexts.DIFFERS
        + String.join(
            "; ",
            differences.stream()
                .map(one ->
                    one.found().isEmpty()
                        ? DealerTexts.notShown(one.field())
                        : DealerTexts.shownInstead(one.field(), one.found(), one.wanted()))
                .toList());
  }

  /** The listing is removed, and a search confirmed it. */
  public static JobResult removed() {
    return good(Outcome.REMOVED);
  }

  /** The listing shows the new price. */
  public static JobResult edited() {
    return good(Outcome.EDITED);
  }

  /** The site does not offer to renew the listing any more. */
  public static JobResult renewed() {
    return good(Outcome.RENEWED);
  }

  /** The account is signed in. */
  public static JobResult valid() {
    return good(Outcome.VALID);
  }

  /** The account is signed in, and the form was read. */
  public static JobResult read(FormReport form) {
    return new JobResult(Outcome.VALID, false, null, null, null, null, form, null, null, null);
  }

  /** The account is signed in, and its listings were looked at. */
  public static JobResult surveyed(Survey survey) {
    return new JobResult(Outcome.VALID, false, null, null, null, null, null, null, null, survey);
  }

  private static JobResult good(Outcome outcome) {
    return new JobResult(outcome, false, null, null, null);
  }

  /** The job failed. */
  public static JobResult failed(boolean retryable, ErrorCode code, String reason) {
    return new JobResult(Outcome.FAILED, retryable, code, reason, null);
  }

  /** The job was not begun. */
  public static JobResult withdrawn(String reason) {
    return failed(false, ErrorCode.JOB_WITHDRAWN, reason);
  }

  /** The job failed at one field. */
  public static JobResult failedAt(String field, boolean retryable, ErrorCode code, String reason) {
    return new JobResult(Outcome.FAILED, retryable, code, reason, field);
  }

  /** Nothing was done; the account's owner must sign in. */
  public static JobResult needsLogin(String reason) {
    return new JobResult(Outcome.NEEDS_LOGIN, false, ErrorCode.FB_SESSION_INVALID, reason, null);
  }

  /** Nothing was done; the account's owner must give a second factor. */
  public static JobResult needsTwoFactor(String reason) {
    return new JobResult(Outcome.NEEDS_LOGIN, false, ErrorCode.FB_TWO_FACTOR, reason, null);
  }

  /** A person must decide whether the job succeeded. */
  public static JobResult needsReview(ReviewCause cause, String reason) {
    return new JobResult(
        Outcome.NEEDS_REVIEW,
        false,
        ErrorCode.FB_POSTING_FAILED,
        reason,
        null,
        null,
        null,
        null,
        cause,
        null);
  }

  /** The same result, while the effect of a click is unknown. */
  public JobResult withOpenClick(@Nullable Instant dead) {
    return new JobResult(
        outcome, retryable, code, reason, field, listing, form, dead, review, survey);
  }

  /** The same result with another sentence. */
  public JobResult because(String sentence) {
    return new JobResult(
        outcome, retryable, code, sentence, field, listing, form, openClick, review, survey);
  }
}
