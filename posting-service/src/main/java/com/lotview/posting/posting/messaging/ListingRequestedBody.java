package com.lotview.posting.posting.messaging;

import com.lotview.posting.posting.model.Posting;
import com.lotview.posting.posting.submit.Reference;
import com.lotview.posting.vehicle.Dealership;
import com.lotview.posting.vehicle.VehicleFacts;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code listing.requested}.
 *
 * @param language of the account's pages; the dealership's own wins where the text is written
 */
record ListingRequestedBody(
    UUID postingId,
    UUID dealershipId,
    int attempt,
    int maxDescriptionLength,
    @Nullable String tone,
    @Nullable String language,
    VehicleFacts vehicle,
    Seller dealership) {

  static ListingRequestedBody of(Posting posting, @Nullable String language) {
    Dealership dealership = posting.snapshot().dealership();
    return new ListingRequestedBody(
        posting.id(),
        posting.dealershipId(),
        posting.life().textAsked(),
        Reference.room(posting.marker()),
        null,
        language,
        posting.snapshot().said(),
        new Seller(
            dealership.name(),
            dealership.city(),
            dealership.state(),
            dealership.phone(),
            dealership.texts()));
  }

  record Seller(
      String name,
      @Nullable String city,
      @Nullable String state,
      @Nullable String phone,
      @Nullable Map<String, @Nullable String> texts) {}
}
