package com.lotview.listing.generation.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.lotview.listing.text.SourcedSentence;
import com.lotview.listing.text.writing.WrittenListing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A checked text.
 *
 * @param suggestedPrice cents: the vehicle's own price; null if it has none
 * @param writer {@code claude} or {@code built-in}
 * @param rejected why earlier texts, or parts of the dealership's own, were not used
 * @param sources each sentence with the facts that it comes from; null if not asked for
 */
record ListingResponse(
    String title,
    String description,
    @Nullable Long suggestedPrice,
    String writer,
    @Nullable String model,
    List<String> rejected,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<SourcedSentence> sources) {

  static ListingResponse of(
      WrittenListing listing, @Nullable Long priceCents, boolean withSources) {
    return new ListingResponse(
        listing.text().title(),
        listing.text().description(),
        priceCents,
        listing.writer().wire(),
        listing.model(),
        listing.rejected(),
        withSources ? listing.sources() : null);
  }
}
