package com.lotview.posting.change.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.lotview.posting.change.ListingChange;
import com.lotview.posting.posting.lifecycle.RemoveMode;
import com.lotview.posting.posting.messaging.PostingRequestedBody;
import com.lotview.posting.posting.model.LiveListing;
import com.lotview.posting.posting.model.Posting;
import com.lotview.posting.vehicle.Photo;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code posting.requested} for a change.
 *
 * @param listing the facts as the listing is to show them; of a REMOVE or RENEW, as it shows them
 */
record ChangeRequestedBody(
    String jobId,
    String kind,
    UUID taskId,
    UUID postingId,
    UUID dealershipId,
    UUID fbAccountId,
    UUID vehicleId,
    int attempt,
    String marker,
    long deadlineSeconds,
    PostingRequestedBody.Form listing,
    List<Photo> photos,
    Live live,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable RemoveMode removal) {

  /** The listing as it is known to be. Where the site gave no id, the marker finds it. */
  record Live(String listingId, String listingUrl, @Nullable Long priceCents) {
    static Live of(Posting posting) {
      LiveListing live = Objects.requireNonNull(posting.live(), "a POSTED posting has a listing");
      return new Live(
          Objects.requireNonNullElse(live.id(), ""),
          Objects.requireNonNullElse(live.url(), ""),
          posting.snapshot().vehicle().priceCents());
    }
  }

  static ChangeRequestedBody of(ListingChange change, Posting posting, Duration deadline) {
    Long cents = change.priceCents();
    Posting wanted = cents == null ? posting : posting.priced(cents, posting.updatedAt());
    return new ChangeRequestedBody(
        change.jobId(),
        change.kind().published(),
        change.id(),
        posting.id(),
        posting.dealershipId(),
        posting.fbAccountId(),
        posting.vehicleId(),
        change.attempts(),
        posting.marker(),
        deadline.toSeconds(),
        PostingRequestedBody.form(wanted),
        posting.snapshot().photos(),
        Live.of(posting),
        change.how());
  }
}
