package com.lotview.bench.form;

import com.lotview.worker.marketplace.page.PostingOutcome;
import com.lotview.worker.marketplace.page.PostingOutcome.Blocked;
import com.lotview.worker.marketplace.page.PostingOutcome.BrowserLost;
import com.lotview.worker.marketplace.page.PostingOutcome.FieldMismatch;
import com.lotview.worker.marketplace.page.PostingOutcome.FieldUnmappable;
import com.lotview.worker.marketplace.page.PostingOutcome.NeedsLogin;
import com.lotview.worker.marketplace.page.PostingOutcome.Posted;
import com.lotview.worker.marketplace.page.PostingOutcome.Retryable;
import com.lotview.worker.marketplace.page.PostingOutcome.Unknown;

/** Outcomes as a word and as a sentence. */
public final class Stops {
  private Stops() {}

  /** The named field, or the kind of stop if no field is the cause. */
  public static String name(PostingOutcome outcome) {
    return switch (outcome) {
      case FieldMismatch(String field, _, _) -> field;
      case FieldUnmappable(String field, _, _) -> field;
      case Blocked blocked -> "blocked: " + blocked.kind();
      case NeedsLogin login -> login.twoFactor() ? "two-factor" : "login";
      case Posted _ -> "posted";
      case Unknown _ -> "unknown";
      case Retryable _ -> "to be tried again";
      case BrowserLost _ -> "browser lost";
    };
  }

  /** The stop's message for people. */
  public static String words(PostingOutcome outcome) {
    return switch (outcome) {
      case FieldMismatch(String field, String wanted, String read) ->
          field + ": wanted '" + wanted + "', read '" + read + "'";
      case FieldUnmappable(String field, String value, String reason) ->
          field + " '" + value + "': " + reason;
      case Blocked blocked -> "blocked: " + blocked.kind() + " (" + blocked.text() + ")";
      case NeedsLogin login -> (login.twoFactor() ? "two-factor: " : "login: ") + login.reason();
      case Posted posted ->
          "posted"
              + (posted.differences().isEmpty() ? "" : ", shown otherwise " + posted.differences())
              + (posted.notes().isEmpty() ? "" : ", said " + posted.notes());
      case Unknown unknown ->
          "unknown" + (unknown.ownerNeeded() ? ", owner needed: " : ": ") + unknown.reason();
      case Retryable(String reason) -> "to be tried again: " + reason;
      case BrowserLost(String reason) -> "browser lost: " + reason;
    };
  }

  /** Whether certainly nothing was published and the system would start again automatically. */
  public static boolean again(PostingOutcome outcome) {
    return outcome instanceof Retryable || outcome instanceof BrowserLost;
  }
}
