package com.lotview.posting.posting.web;

import com.lotview.kit.web.ApiException;
import com.lotview.posting.posting.model.Place;
import com.lotview.posting.posting.submit.PostingOrder;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order as it is sent. */
record SubmitPostingRequest(
    @Nullable UUID vehicleId,
    @Nullable UUID fbAccountId,
    @Nullable Instant scheduledFor,
    @Nullable Long priceOverride,
    @Nullable String locationOverride) {
  private static final long MAX_PRICE = 1_000_000_000L;

  PostingOrder checked() {
    if (vehicleId == null) {
      throw ApiException.invalid("vehicleId", "is required");
    }
    if (priceOverride != null && (priceOverride <= 0 || priceOverride > MAX_PRICE)) {
      throw ApiException.invalid("priceOverride", "must be 1 to " + MAX_PRICE + " cents");
    }
    return new PostingOrder(vehicleId, fbAccountId, scheduledFor, priceOverride, place());
  }

  private @Nullable Place place() {
    return locationOverride == null
        ? null
        : Place.parse(locationOverride)
            .orElseThrow(
                () -> ApiException.invalid("locationOverride", "must look like \"Denver, CO\""));
  }
}
