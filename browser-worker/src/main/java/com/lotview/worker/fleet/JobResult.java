package com.lotview.worker.fleet;

import com.lotview.contracts.ErrorCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a job ended.
 *
 * @param retryable whether another try can cure the cause; never true while a click is unsettled
 * @param reason one sentence for the people of the dealership
 * @param field the listing's field that it failed at
 */
public record JobResult(
    Outcome outcome,
    boolean retryable,
    @Nullable ErrorCode code,
    @Nullable String reason,
    @Nullable String field,
    @Nullable String listingId,
    @Nullable String listingUrl) {

  /**
   * The listing is live, and was seen.
   *
   * @param doubts what its page shows otherwise than was ordered
   */
  public static JobResult posted(String listingId, String listingUrl, List<String> doubts) {
    String reason =
        doubts.isEmpty() ? null : "The listing shows otherwise: " + String.join("; ", doubts);
    return new JobResult(Outcome.POSTED, false, null, reason, null, listingId, listingUrl);
  }

  /** The listing is down, and was looked for. */
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

  private static JobResult good(Outcome outcome) {
    return new JobResult(outcome, false, null, null, null, null, null);
  }

  /** What was to be done was not done. */
  public static JobResult failed(boolean retryable, ErrorCode code, String reason) {
    return new JobResult(Outcome.FAILED, retryable, code, reason, null, null, null);
  }

  /** What was to be done was not done, because of one field. */
  public static JobResult failedAt(String field, boolean retryable, ErrorCode code, String reason) {
    return new JobResult(Outcome.FAILED, retryable, code, reason, field, null, null);
  }

  /** Nothing was done; the owner of the account must sign in. */
  public static JobResult needsLogin(String reason) {
    return new JobResult(
        Outcome.NEEDS_LOGIN, false, ErrorCode.FB_SESSION_INVALID, reason, null, null, null);
  }

  /** A person must say whether it was done. */
  public static JobResult needsReview(String reason) {
    return new JobResult(
        Outcome.NEEDS_REVIEW, false, ErrorCode.FB_POSTING_FAILED, reason, null, null, null);
  }
}
