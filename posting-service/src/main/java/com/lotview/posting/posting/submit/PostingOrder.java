package com.lotview.posting.posting.submit;

import com.lotview.posting.posting.model.ListingSnapshot;
import com.lotview.posting.posting.model.ListingText;
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
 * @param text the person's own; null: one is written
 */
public record PostingOrder(
    UUID vehicleId,
    @Nullable UUID fbAccountId,
    @Nullable Instant scheduledFor,
    @Nullable Long priceOverride,
    @Nullable Place locationOverride,
    @Nullable ListingText text) {

  /** An order whose text is still to be written. */
  public PostingOrder(
      UUID vehicleId,
      @Nullable UUID fbAccountId,
      @Nullable Instant scheduledFor,
      @Nullable Long priceOverride,
      @Nullable Place locationOverride) {
    this(vehicleId, fbAccountId, scheduledFor, priceOverride, locationOverride, null);
  }

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
