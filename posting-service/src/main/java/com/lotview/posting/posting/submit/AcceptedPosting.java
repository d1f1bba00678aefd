package com.lotview.posting.posting.submit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.lotview.posting.posting.lifecycle.PostingStatus;
import com.lotview.posting.posting.model.Posting;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The answer to an order; the same one for a repeat under the same key.
 *
 * @param expectedStart when it will start, if that is known and not at once
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AcceptedPosting(
    UUID id,
    PostingStatus status,
    String jobId,
    VehicleName vehicle,
    @Nullable Instant scheduledFor,
    @Nullable Instant expectedStart) {

  /** The vehicle in words. */
  public record VehicleName(
      @Nullable Integer year, @Nullable String make, @Nullable String model) {}

  /** A new one: always QUEUED, even if it is GENERATING by now, or held. */
  static AcceptedPosting ordered(Posting posting) {
    return of(
        posting,
        posting.status() == PostingStatus.AWAITING_APPROVAL
            ? PostingStatus.AWAITING_APPROVAL
            : PostingStatus.QUEUED);
  }

  /** One that is tried again. */
  public static AcceptedPosting retried(Posting posting) {
    return of(posting, posting.status());
  }

  private static AcceptedPosting of(Posting posting, PostingStatus status) {
    var vehicle = posting.snapshot().vehicle();
    return new AcceptedPosting(
        posting.id(),
        status,
        posting.jobId(),
        new VehicleName(vehicle.year(), vehicle.make(), vehicle.model()),
        posting.scheduledFor(),
        null);
  }

  AcceptedPosting expectedAt(Instant start) {
    return new AcceptedPosting(id, status, jobId, vehicle, scheduledFor, start);
  }
}
