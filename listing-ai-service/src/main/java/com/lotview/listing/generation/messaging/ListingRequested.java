package com.lotview.listing.generation.messaging;

import com.lotview.listing.generation.Generation;
import com.lotview.listing.text.DealershipFacts;
import com.lotview.listing.text.ListingBrief;
import com.lotview.listing.text.Tone;
import com.lotview.listing.text.VehicleFacts;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The body of {@code listing.requested}. */
record ListingRequested(
    UUID postingId,
    UUID dealershipId,
    int attempt,
    int maxDescriptionLength,
    @Nullable String tone,
    @Nullable String language,
    VehicleFacts vehicle,
    DealershipFacts dealership) {

  Generation generation(UUID id, @Nullable String traceparent) {
    ListingBrief brief =
        new ListingBrief(
            vehicle, dealership, maxDescriptionLength, Tone.orDefault(tone), null, language);
    return new Generation(id, dealershipId, postingId, attempt, brief, traceparent);
  }
}
