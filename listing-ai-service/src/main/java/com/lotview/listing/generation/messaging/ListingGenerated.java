package com.lotview.listing.generation.messaging;

import com.lotview.listing.generation.Generation;
import com.lotview.listing.text.writing.WrittenListing;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The body of {@code listing.generated}. */
record ListingGenerated(
    UUID postingId,
    UUID dealershipId,
    int attempt,
    String title,
    String description,
    String writer,
    @Nullable String model,
    List<String> rejected,
    UUID generationId) {

  static ListingGenerated of(Generation generation, WrittenListing listing) {
    return new ListingGenerated(
        generation.postingId(),
        generation.dealershipId(),
        generation.attempt(),
        listing.text().title(),
        listing.text().description(),
        listing.writer().wire(),
        listing.model(),
        listing.rejected(),
        generation.id());
  }
}
