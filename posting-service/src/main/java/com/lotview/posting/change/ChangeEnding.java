package com.lotview.posting.change;

import com.lotview.posting.account.AccountRest;
import com.lotview.posting.dispatch.JobKind;
import com.lotview.posting.dispatch.JobResult;
import com.lotview.posting.posting.model.PostingError;
import com.lotview.posting.texts.DealerTexts;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.IntFunction;

/** What the end of an attempt does to its change. */
sealed interface ChangeEnding {
  /** Tries after the first one. */
  int RETRIES = 3;

  /** Outcomes that prove a change. */
  Set<JobResult.Outcome> PROOFS =
      EnumSet.of(JobResult.Outcome.REMOVED, JobResult.Outcome.EDITED, JobResult.Outcome.RENEWED);

  /** Nothing, for this reason. */
  record Ignored(String why) implements ChangeEnding {}

  /** It is proven. */
  record Done(ListingChange next) implements ChangeEnding {}

  /** It waits for another try. */
  record Again(ListingChange next, Instant at, String message) implements ChangeEnding {}

  /** It is over without a proof. */
  record Over(ListingChange next, String message) implements ChangeEnding {}

  /**
   * Decides.
   *
   * @param waits the wait before another try, by the number of failures before
   */
  static ChangeEnding decide(
      ListingChange change, JobResult end, IntFunction<Duration> waits, Instant now) {
    if (!isCurrent(change, end)) {
      return new Ignored(DealerTexts.notCurrentAttempt(end.attempt()));
    }
    return switch (end.outcome()) {
      case REMOVED -> proven(change, JobKind.REMOVE, now);
      case EDITED -> proven(change, JobKind.EDIT_PRICE, now);
      case RENEWED -> proven(change, JobKind.RENEW, now);
      case NEEDS_LOGIN -> new Again(change.tryingAgain(false, error(end), now), now, end.why());
      case FAILED -> failed(change, end, waits, now);
      case NEEDS_REVIEW ->
          new Over(change.stopped(ChangeState.NEEDS_REVIEW, error(end), now), end.why());
      case POSTED, VALID -> new Ignored(DealerTexts.CHANGE_RESULT_MISFIT);
    };
  }

  /** Whether the change waits for this answer. */
  static boolean isCurrent(ListingChange change, JobResult end) {
    if (end.attempt() != change.attempts()) {
      return false;
    }
    return switch (change.state()) {
      case RUNNING -> true;
      case NEEDS_REVIEW -> PROOFS.contains(end.outcome());
      case WAITING, DONE, FAILED, CANCELLED, HELD -> false;
    };
  }

  private static ChangeEnding proven(ListingChange change, JobKind kind, Instant now) {
    return change.kind() == kind
        ? new Done(change.done(now))
        : new Ignored(DealerTexts.CHANGE_RESULT_MISFIT);
  }

  private static ChangeEnding failed(
      ListingChange change, JobResult end, IntFunction<Duration> waits, Instant now) {
    boolean curable = end.cause().retryable() || end.isLimitNotice();
    if (!curable || change.failures() >= RETRIES) {
      return new Over(change.stopped(ChangeState.FAILED, error(end), now), end.why());
    }
    Instant at = now.plus(end.isLimitNotice() ? AccountRest.REST : waits.apply(change.failures()));
    return new Again(change.tryingAgain(true, error(end), now), at, end.why());
  }

  private static PostingError error(JobResult end) {
    return new PostingError(end.cause().code(), end.why(), null);
  }
}
