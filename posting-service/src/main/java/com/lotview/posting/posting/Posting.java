package com.lotview.posting.posting;

import com.lotview.posting.dispatch.JobKind;
import com.lotview.posting.dispatch.JobRef;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A vehicle on its way to a listing. Immutable; every change of state goes through {@link #to}.
 *
 * @param marker stands in the listing's text, so that the listing can be found again
 * @param attempts times a worker was asked
 * @param failures attempts that failed in a way that another try can cure
 */
public record Posting(
    UUID id,
    UUID dealershipId,
    UUID vehicleId,
    UUID userId,
    UUID fbAccountId,
    String marker,
    PostingStatus status,
    int attempts,
    int failures,
    ListingSnapshot snapshot,
    @Nullable ListingText text,
    @Nullable PostingError lastError,
    @Nullable LiveListing live,
    @Nullable Instant scheduledFor,
    Instant createdAt,
    Instant updatedAt) {

  /**
   * The posting in its next state.
   *
   * @throws IllegalStateException if there is no such change
   */
  Posting to(PostingStatus next, Instant now) {
    if (!status.canBecome(next)) {
      throw new IllegalStateException("No posting goes from " + status + " to " + next);
    }
    return with(next, attempts, failures, text, lastError, live, now);
  }

  Posting written(ListingText listing, Instant now) {
    return to(PostingStatus.READY, now).with(listing);
  }

  Posting departing(Instant now) {
    Posting next = to(PostingStatus.POSTING, now);
    return next.with(next.status, attempts + 1, failures, text, lastError, live, now);
  }

  Posting posted(LiveListing listing, Instant now) {
    Posting next = to(PostingStatus.POSTED, now);
    return next.with(next.status, attempts, failures, text, null, listing, now);
  }

  Posting stopped(PostingStatus next, PostingError error, Instant now) {
    Posting stopped = to(next, now);
    return stopped.with(next, attempts, failures, text, error, live, now);
  }

  Posting tryingAgain(PostingError error, Instant now) {
    Posting next = to(PostingStatus.READY, now);
    return next.with(next.status, attempts, failures + 1, text, error, live, now);
  }

  /** The posting as a job that waits for its turn. */
  JobRef job() {
    return new JobRef(JobKind.POST, id);
  }

  /** The job of the attempt under way, or of the next one. */
  public String jobId() {
    return "posting:" + id + ":" + Math.max(1, attempts);
  }

  private Posting with(ListingText listing) {
    return with(status, attempts, failures, listing, lastError, live, updatedAt);
  }

  private Posting with(
      PostingStatus newStatus,
      int newAttempts,
      int newFailures,
      @Nullable ListingText newText,
      @Nullable PostingError newError,
      @Nullable LiveListing newLive,
      Instant now) {
    return new Posting(
        id,
        dealershipId,
        vehicleId,
        userId,
        fbAccountId,
        marker,
        newStatus,
        newAttempts,
        newFailures,
        snapshot,
        newText,
        newError,
        newLive,
        scheduledFor,
        createdAt,
        now);
  }
}
