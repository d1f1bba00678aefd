package com.lotview.posting.posting.model;

import com.lotview.posting.dispatch.JobKind;
import com.lotview.posting.dispatch.JobRef;
import com.lotview.posting.posting.lifecycle.HowRemoved;
import com.lotview.posting.posting.lifecycle.PostingLifecycle;
import com.lotview.posting.posting.lifecycle.PostingStatus;
import com.lotview.posting.posting.lifecycle.Takedown;
import com.lotview.posting.posting.lifecycle.Transition;
import com.lotview.posting.posting.lifecycle.Trigger;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A vehicle on its way to a listing. Immutable; its {@link PostingLifecycle} alone decides where it
 * goes.
 *
 * @param bulkId the bulk order that it belongs to
 * @param marker stands in the listing's text, so that the listing can be found again
 * @param takedown null while nothing was taken down
 * @param watchAt when somebody must look why nothing has come; null where nothing is waited for, or
 *     where a person or the waiting list is
 */
public record Posting(
    UUID id,
    UUID dealershipId,
    UUID vehicleId,
    UUID userId,
    UUID fbAccountId,
    @Nullable UUID bulkId,
    String marker,
    PostingLifecycle life,
    ListingSnapshot snapshot,
    @Nullable ListingText text,
    @Nullable PostingError lastError,
    @Nullable LiveListing live,
    @Nullable Takedown takedown,
    @Nullable Instant watchAt,
    @Nullable Instant scheduledFor,
    Instant createdAt,
    Instant updatedAt) {

  public PostingStatus status() {
    return life.status();
  }

  /** Times a worker was asked. */
  public int attempts() {
    return life.attempts();
  }

  /** The vehicle's number, normalised; null if it has none that identifies it. */
  public @Nullable String vin() {
    return Vin.normalised(snapshot.vehicle().vin());
  }

  /** The posting as a job that waits for its turn. */
  public JobRef job() {
    return new JobRef(JobKind.POST, id);
  }

  /** The job of the attempt under way, or of the next one. */
  public String jobId() {
    return job().attemptId(Math.max(1, attempts()));
  }

  /** The moment from which it may run. */
  public Instant due(Instant now) {
    return scheduledFor != null && scheduledFor.isAfter(now) ? scheduledFor : now;
  }

  /**
   * The posting whose listing was seen to be gone; one that is DELETED already stays as it is.
   *
   * @param how null: it was found to be gone
   * @throws IllegalStateException if it is not POSTED
   */
  public Posting deleted(Instant now, @Nullable HowRemoved how) {
    return switch (life.after(new Trigger.Removed())) {
      case Transition.Changed(PostingLifecycle next, Transition.FollowUp then) ->
          new Posting(
              id,
              dealershipId,
              vehicleId,
              userId,
              fbAccountId,
              bulkId,
              marker,
              next,
              snapshot,
              text,
              null,
              live,
              new Takedown(now, how),
              null,
              scheduledFor,
              createdAt,
              now);
      case Transition.Kept kept -> this;
      case Transition.Refused(var code, String why) -> throw new IllegalStateException(why);
    };
  }

  /** The posting whose listing shows another price. */
  public Posting priced(long priceCents, Instant now) {
    return with(snapshot.at(priceCents), text, now);
  }

  public Posting in(PostingLifecycle next, Instant now) {
    return new Posting(
        id,
        dealershipId,
        vehicleId,
        userId,
        fbAccountId,
        bulkId,
        marker,
        next,
        snapshot,
        text,
        lastError,
        live,
        takedown,
        watchAt,
        scheduledFor,
        createdAt,
        now);
  }

  public Posting with(ListingSnapshot newSnapshot, @Nullable ListingText newText, Instant now) {
    return new Posting(
        id,
        dealershipId,
        vehicleId,
        userId,
        fbAccountId,
        bulkId,
        marker,
        life,
        newSnapshot,
        newText,
        lastError,
        live,
        takedown,
        watchAt,
        scheduledFor,
        createdAt,
        now);
  }

  public Posting with(ListingText newText) {
    return with(snapshot, newText, updatedAt);
  }

  public Posting with(@Nullable PostingError newError) {
    return new Posting(
        id,
        dealershipId,
        vehicleId,
        userId,
        fbAccountId,
        bulkId,
        marker,
        life,
        snapshot,
        text,
        newError,
        live,
        takedown,
        watchAt,
        scheduledFor,
        createdAt,
        updatedAt);
  }

  public Posting with(LiveListing newLive) {
    return new Posting(
        id,
        dealershipId,
        vehicleId,
        userId,
        fbAccountId,
        bulkId,
        marker,
        life,
        snapshot,
        text,
        lastError,
        newLive,
        takedown,
        watchAt,
        scheduledFor,
        createdAt,
        updatedAt);
  }

  Posting watched(@Nullable Instant at) {
    return new Posting(
        id,
        dealershipId,
        vehicleId,
        userId,
        fbAccountId,
        bulkId,
        marker,
        life,
        snapshot,
        text,
        lastError,
        live,
        takedown,
        at,
        scheduledFor,
        createdAt,
        updatedAt);
  }

  public Posting marked(String newMarker) {
    return new Posting(
        id,
        dealershipId,
        vehicleId,
        userId,
        fbAccountId,
        bulkId,
        newMarker,
        life,
        snapshot,
        text,
        lastError,
        live,
        takedown,
        watchAt,
        scheduledFor,
        createdAt,
        updatedAt);
  }
}
