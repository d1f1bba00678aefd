package com.lotview.posting.posting.submit;

import com.lotview.posting.posting.model.ListingSnapshot;
import com.lotview.posting.posting.model.Place;
import com.lotview.posting.posting.model.Posting;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person orders.
 *
 * @param fbAccountId null: the dealership's only account
 * @param scheduledFor null: as soon as possible
 * @param priceOverride cents; null: the vehicle's price
 * @param locationOverride null: the dealership's place
 */
public record PostingOrder(
    UUID vehicleId,
    @Nullable UUID fbAccountId,
    @Nullable Instant scheduledFor,
    @Nullable Long priceOverride,
    @Nullable Place locationOverride) {

  /** What this order changes of vehicle and dealership; null: nothing. */
  ListingSnapshot.@Nullable Overrides overrides() {
    return priceOverride == null && locationOverride == null
        ? null
        : new ListingSnapshot.Overrides(priceOverride, locationOverride);
  }

  /** The same order once more, as of now. */
  public static PostingOrder again(Posting posting) {
    ListingSnapshot.Overrides overrides = posting.snapshot().overrides();
    return new PostingOrder(
        posting.vehicleId(),
        posting.fbAccountId(),
        null,
        overrides == null ? null : overrides.priceCents(),
        overrides == null ? null : overrides.place());
  }
}
