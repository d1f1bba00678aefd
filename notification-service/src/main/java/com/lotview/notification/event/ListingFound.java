package com.lotview.notification.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A look at an account's listings found one in another state than known.
 *
 * @param userId who ordered the posting
 * @param finding what it found
 * @param message a sentence for people
 * @param actions what a person can do about it
 */
public record ListingFound(
    UUID postingId,
    UUID dealershipId,
    UUID vehicleId,
    @Nullable UUID userId,
    UUID fbAccountId,
    String finding,
    String message,
    @Nullable String says,
    @Nullable Long priceCents,
    @Nullable Long orderedCents,
    @Nullable Integer clicks,
    @Nullable String fbListingUrl,
    List<String> actions) {

  /** The event for the dealership. */
  public News news() {
    return new News(
        "listing.seen",
        vehicleId,
        new Seen(
            postingId,
            vehicleId,
            fbAccountId,
            finding,
            message,
            says,
            priceCents,
            orderedCents,
            clicks,
            fbListingUrl,
            actions));
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record Seen(
      UUID postingId,
      UUID vehicleId,
      UUID fbAccountId,
      String finding,
      String message,
      @Nullable String says,
      @Nullable Long priceCents,
      @Nullable Long orderedCents,
      @Nullable Integer clicks,
      @Nullable String fbListingUrl,
      List<String> actions) {}
}
