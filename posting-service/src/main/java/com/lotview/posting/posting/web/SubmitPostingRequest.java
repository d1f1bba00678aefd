package com.lotview.posting.posting.web;

import com.lotview.kit.error.RefusalException;
import com.lotview.kit.openapi.ApiField;
import com.lotview.posting.posting.model.ListingText;
import com.lotview.posting.posting.model.Place;
import com.lotview.posting.posting.submit.PostingOrder;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order as it is sent.
 *
 * @param title with {@code description}: a text that a person wrote or changed; null: one is
 *     written
 */
record SubmitPostingRequest(
    @Nullable @ApiField(required = true) UUID vehicleId,
    @Nullable UUID fbAccountId,
    @Nullable Instant scheduledFor,
    @Nullable @ApiField(min = 1, max = MAX_PRICE) Long priceOverride,
    @Nullable String locationOverride,
    @Nullable String title,
    @Nullable String description) {
  static final long MAX_PRICE = 1_000_000_000L;

  PostingOrder checked() {
    if (vehicleId == null) {
      throw RefusalException.invalid("vehicleId", "is required");
    }
    if (priceOverride != null && (priceOverride <= 0 || priceOverride > MAX_PRICE)) {
      throw RefusalException.invalid("priceOverride", "must be 1 to " + MAX_PRICE + " cents");
    }
    return new PostingOrder(vehicleId, fbAccountId, scheduledFor, priceOverride, place(), text());
  }

  private @Nullable ListingText text() {
    if (title == null && description == null) {
      return null;
    }
    if (title == null || title.isBlank()) {
      throw RefusalException.invalid("title", "is required with a description");
    }
    if (description == null || description.isBlank()) {
      throw RefusalException.invalid("description", "is required with a title");
    }
    return new ListingText(title.strip(), description.strip(), ListingText.PERSON);
  }

  private @Nullable Place place() {
    return locationOverride == null
        ? null
        : Place.parse(locationOverride)
            .orElseThrow(() ->
                RefusalException.invalid("locationOverride", "must look like \"Denver, CO\""));
  }
}
