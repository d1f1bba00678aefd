package com.lotview.posting.posting.progress;

import com.lotview.contracts.ErrorCode;
import com.lotview.posting.posting.lifecycle.Trigger;
import com.lotview.posting.posting.model.Difference;
import com.lotview.posting.posting.model.Evidence;
import com.lotview.posting.posting.model.LiveListing;
import com.lotview.posting.posting.model.Posting;
import com.lotview.posting.posting.model.PostingError;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How an attempt ended, as its worker says.
 *
 * @param retryable another try can cure the cause, and no click is unsettled
 * @param differences what the live listing shows otherwise than was ordered
 * @param notes what else the site said of it
 */
public record Completion(
    UUID postingId,
    UUID dealershipId,
    UUID fbAccountId,
    int attempt,
    Outcome outcome,
    boolean retryable,
    @Nullable String code,
    @Nullable String reason,
    @Nullable String field,
    @Nullable String fbListingId,
    @Nullable String fbListingUrl,
    List<Difference> differences,
    List<String> notes,
    List<Evidence> evidence) {

  private static final String LISTING_DIFFERS = "LISTING_DIFFERS";

  /** How an attempt can end. */
  public enum Outcome {
    POSTED,
    FAILED,
    NEEDS_LOGIN,
    NEEDS_REVIEW
  }

  /** The pictures that are the posting's own: a link is made for each. */
  List<Evidence> evidenceOf(Posting posting) {
    String folder = "evidence/" + posting.dealershipId() + "/" + posting.id() + "/";
    return evidence.stream().filter(picture -> picture.key().startsWith(folder)).toList();
  }

  /** What this is in the posting's life. */
  Trigger.AttemptEnded event() {
    return switch (outcome) {
      case POSTED -> new Trigger.Posted(attempt);
      case NEEDS_REVIEW -> new Trigger.Unclear(attempt);
      case NEEDS_LOGIN -> new Trigger.LoginLost(attempt);
      case FAILED -> new Trigger.AttemptFailed(attempt, cure());
    };
  }

  /** Whether the site shows that the account has posted too much. */
  boolean isLimitNotice() {
    return outcome == Outcome.FAILED && ErrorCode.FB_RATE_LIMITED.name().equals(code);
  }

  private Trigger.Cure cure() {
    if (isLimitNotice()) {
      return Trigger.Cure.REST;
    }
    return retryable ? Trigger.Cure.ANOTHER_TRY : Trigger.Cure.NOTHING;
  }

  LiveListing listing(Instant now) {
    return new LiveListing(fbListingId, fbListingUrl, now);
  }

  /**
   * Why somebody should look at a listing that is live; null if it shows what was ordered. It stays
   * POSTED: whether it is live is not in doubt, and nobody must be led to post it again.
   */
  @Nullable PostingError warning() {
    return differences.isEmpty()
        ? null
        : new PostingError(
            LISTING_DIFFERS,
            reason == null ? "The listing shows otherwise than was ordered" : reason,
            differences.getFirst().field());
  }

  PostingError error() {
    return new PostingError(code, reason == null ? "No reason was given" : reason, field);
  }
}
