package com.lotview.listing.generation.web;

import com.lotview.listing.text.WrittenListing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A checked text.
 *
 * @param suggestedPrice cents: the vehicle's own price; null if it has none
 * @param writer {@code claude} or {@code built-in}
 * @param rejected why earlier texts were not used
 */
record ListingResponse(
    String title,
    String description,
    @Nullable Long suggestedPrice,
    String writer,
    @Nullable String model,
    List<String> rejected) {

  static ListingResponse of(WrittenListing listing, @Nullable Long priceCents) {
    return new ListingResponse(
        listing.text().title(),
        listing.text().description(),
        priceCents,
        listing.writer().wire(),
        listing.model(),
        listing.rejected());
  }
}
