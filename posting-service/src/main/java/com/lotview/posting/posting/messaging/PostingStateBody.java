package com.lotview.posting.posting.messaging;

import com.lotview.posting.posting.lifecycle.PostingStatus;
import com.lotview.posting.posting.lifecycle.RemoveMode;
import com.lotview.posting.posting.lifecycle.RemovedListing;
import com.lotview.posting.posting.model.ListingText;
import com.lotview.posting.posting.model.LiveListing;
import com.lotview.posting.posting.model.Posting;
import com.lotview.posting.posting.model.PostingError;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Body of {@code posting.state}. */
record PostingStateBody(
    UUID postingId,
    UUID dealershipId,
    UUID vehicleId,
    UUID userId,
    UUID fbAccountId,
    String jobId,
    PostingStatus status,
    int attempt,
    @Nullable String title,
    @Nullable String description,
    @Nullable String writer,
    @Nullable String fbListingId,
    @Nullable String fbListingUrl,
    @Nullable String errorCode,
    @Nullable String error,
    boolean willRetry,
    @Nullable Instant scheduledFor,
    @Nullable Long priceCents,
    @Nullable RemoveMode removedBy,
    boolean orderChanged) {

  static PostingStateBody queued(Posting posting) {
    return of(posting, PostingStatus.QUEUED, null);
  }

  /** The body for an unchanged state with a changed order. */
  static PostingStateBody reordered(Posting posting) {
    return of(posting, posting.status(), null, true);
  }

  /**
   * The body for a state.
   *
   * @param status FAILED for an attempt that failed, also where the posting itself is READY again
   * @param retryAt when it is tried again; null if it is not
   */
  static PostingStateBody of(Posting posting, PostingStatus status, @Nullable Instant retryAt) {
    return of(posting, status, retryAt, false);
  }

  private static PostingStateBody of(
      Posting posting, PostingStatus status, @Nullable Instant retryAt, boolean orderChanged) {
    ListingText text = posting.text();
    LiveListing live = posting.live();
    RemovedListing removed = posting.removed();
    PostingError error = tellsError(status) ? posting.lastError() : null;
    return new PostingStateBody(
        posting.id(),
        posting.dealershipId(),
        posting.vehicleId(),
        posting.userId(),
        posting.fbAccountId(),
        posting.jobId(),
        status,
        posting.attempts(),
        text == null ? null : text.title(),
        text == null || status != PostingStatus.READY ? null : text.description(),
        text == null ? null : text.writer(),
        live == null ? null : live.id(),
        live == null ? null : live.url(),
        error == null ? null : error.code(),
        error == null ? null : error.message(),
        retryAt != null,
        retryAt != null ? retryAt : posting.scheduledFor(),
        posting.snapshot().vehicle().priceCents(),
        removed == null ? null : removed.by(),
        orderChanged);
  }

  private static boolean tellsError(PostingStatus status) {
    return switch (status) {
      case FAILED, NEEDS_LOGIN, NEEDS_REVIEW, CANCELLED, POSTED -> true;
      default -> false;
    };
  }
}
