package com.lotview.posting.watch.messaging;

import com.lotview.posting.posting.model.LiveListing;
import com.lotview.posting.posting.model.Posting;
import com.lotview.posting.vehicle.VehicleFacts;
import com.lotview.posting.watch.AccountWatch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Body of {@code posting.requested} for a look. */
record LookRequestedBody(
    String jobId,
    String kind,
    UUID taskId,
    UUID dealershipId,
    UUID fbAccountId,
    int attempt,
    long deadlineSeconds,
    List<Listing> listings) {

  /** A requested listing. */
  record Listing(
      UUID postingId,
      String listingId,
      int year,
      String make,
      String model,
      @Nullable Long priceCents,
      Instant since) {

    static Listing of(Posting posting) {
      VehicleFacts vehicle = posting.snapshot().vehicle();
      LiveListing live = Objects.requireNonNull(posting.live(), "it is listed");
      return new Listing(
          posting.id(),
          Objects.requireNonNull(live.id(), "it has an id"),
          Objects.requireNonNull(vehicle.year(), "it was posted with a year"),
          Objects.requireNonNull(vehicle.make(), "it was posted with a make"),
          Objects.requireNonNull(vehicle.model(), "it was posted with a model"),
          vehicle.priceCents(),
          live.postedAt());
    }
  }

  static LookRequestedBody of(AccountWatch look, List<Posting> listings, Duration deadline) {
    return new LookRequestedBody(
        look.job().attemptId(look.attempts()),
        look.job().kind().published(),
        look.id(),
        look.account().dealershipId(),
        look.account().fbAccountId(),
        look.attempts(),
        deadline.toSeconds(),
        listings.stream().map(Listing::of).toList());
  }
}
