package com.lotview.worker.fleet.job;

import com.lotview.contracts.ErrorCode;
import com.lotview.worker.marketplace.form.FormReport;
import com.lotview.worker.marketplace.page.Difference;
import com.lotview.worker.marketplace.page.PostingOutcome;
import com.lotview.worker.text.DealerTexts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a job ended.
 *
 * @param retryable whether a retry can succeed; never true while the effect of a click is unknown
 * @param reason one sentence for the dealer
 * @param field the field of the listing that failed
 * @param differences where the live listing differs from the order
 * @param notes what else the site says of the listing, for the dealer
 * @param form what the form showed, if the job inspected it
 */
public record JobResult(
    Outcome outcome,
    boolean retryable,
    @Nullable ErrorCode code,
    @Nullable String reason,
    @Nullable String field,
    @Nullable String listingId,
    @Nullable String listingUrl,
    List<Difference> differences,
    List<String> notes,
    @Nullable FormReport form) {

  public JobResult {
    differences = List.copyOf(differences);
    notes = List.copyOf(notes);
  }

  /** A result without a listing or a form. */
  public JobResult(
      Outcome outcome,
      boolean retryable,
      @Nullable ErrorCode code,
      @Nullable String reason,
      @Nullable String field) {
    this(outcome, retryable, code, reason, field, null, null, List.of(), List.of(), null);
  }

  /** The listing is live and was seen. Differences do not make it less live. */
  public static JobResult posted(PostingOutcome.Posted seen) {
    return new JobResult(
        Outcome.POSTED,
        false,
        null,
        seen.differences().isEmpty() ? null : otherwise(seen.differences()),
        null,
        seen.listingId(),
        seen.url(),
        seen.differences(),
        seen.notes(),
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

  /** The account is signed in. */
  public static JobResult valid() {
    return good(Outcome.VALID);
  }

  /** The account is signed in, and the form was read. */
  public static JobResult read(FormReport form) {
    return new JobResult(
        Outcome.VALID, false, null, null, null, null, null, List.of(), List.of(), form);
  }

  private static JobResult good(Outcome outcome) {
    return new JobResult(outcome, false, null, null, null);
  }

  /** The job failed. */
  public static JobResult failed(boolean retryable, ErrorCode code, String reason) {
    return new JobResult(Outcome.FAILED, retryable, code, reason, null);
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
  public static JobResult needsReview(String reason) {
    return new JobResult(Outcome.NEEDS_REVIEW, false, ErrorCode.FB_POSTING_FAILED, reason, null);
  }
}
