package com.lotview.posting.posting;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The answer to an order; the same one for a repeat under the same key. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AcceptedPosting(
    UUID id,
    PostingStatus status,
    String jobId,
    VehicleName vehicle,
    @Nullable Instant scheduledFor) {

  /** The vehicle in words. */
  public record VehicleName(
      @Nullable Integer year, @Nullable String make, @Nullable String model) {}

  static AcceptedPosting of(Posting posting) {
    var vehicle = posting.snapshot().vehicle();
    return new AcceptedPosting(
        posting.id(),
        PostingStatus.QUEUED,
        posting.jobId(),
        new VehicleName(vehicle.year(), vehicle.make(), vehicle.model()),
        posting.scheduledFor());
  }
}
