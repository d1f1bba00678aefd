package com.lotview.worker.fleet.run.outcome;

import com.lotview.contracts.ErrorCode;
import com.lotview.worker.fleet.job.JobResult;
import com.lotview.worker.fleet.job.ReviewCause;
import com.lotview.worker.marketplace.page.PostingOutcome;

/** Maps an outcome at the site to the job's result. Pure. */
public final class OutcomeMapper {
  private OutcomeMapper() {}

  public static JobResult of(PostingOutcome outcome) {
    return switch (outcome) {
      case PostingOutcome.Posted o -> JobResult.posted(o);
      case PostingOutcome.NeedsLogin o ->
          o.twoFactor() ? JobResult.needsTwoFactor(o.reason()) : JobResult.needsLogin(o.reason());
      case PostingOutcome.Blocked o -> blocked(o);
      case PostingOutcome.FieldMismatch o ->
          JobResult.failedAt(o.field(), true, ErrorCode.FB_POSTING_FAILED, o.sentence());
      case PostingOutcome.FieldUnmappable o ->
          JobResult.failedAt(o.field(), false, ErrorCode.VEHICLE_NOT_POSTABLE, o.sentence());
      case PostingOutcome.Unknown o ->
          JobResult.needsReview(ReviewCause.ANSWER_UNCLEAR, o.reason());
      case PostingOutcome.Retryable o ->
          JobResult.failed(true, ErrorCode.FB_POSTING_FAILED, o.reason());
      case PostingOutcome.BrowserLost o ->
          JobResult.failed(true, ErrorCode.FB_POSTING_FAILED, o.reason());
    };
  }

  private static JobResult blocked(PostingOutcome.Blocked blocked) {
    return switch (blocked.kind()) {
      // Only the account's owner can pass these.
      case CHECKPOINT, CAPTCHA, SUSPENDED -> JobResult.needsLogin(blocked.text());
      case TEMPORARY, LIMIT -> JobResult.failed(false, ErrorCode.FB_RATE_LIMITED, blocked.text());
      case NO_ACCESS, REFUSED ->
          JobResult.failed(false, ErrorCode.FB_POSTING_FAILED, blocked.text());
    };
  }

  /**
   * Whether the answer to the click leaves open if a listing was published. This includes a limit
   * and a refusal: they may be false, and the listing that reached a limit may still appear.
   */
  public static boolean unsettledAtClick(PostingOutcome outcome) {
    return unsettled(outcome) || outcome instanceof PostingOutcome.Blocked;
  }

  /** Whether an outcome after the intent leaves open if a listing was published. */
  public static boolean unsettled(PostingOutcome outcome) {
    // Before a retry it must be proven that nothing was published; the site's answer does not prove
    // it.
    return outcome instanceof PostingOutcome.Unknown || of(outcome).retryable();
  }
}
