package com.lotview.listing.generation.web;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.web.ApiException;
import com.lotview.listing.text.DealershipFacts;
import com.lotview.listing.text.ListingBrief;
import com.lotview.listing.text.Tone;
import com.lotview.listing.text.VehicleFacts;
import com.lotview.listing.text.builtin.BuiltInWriter.UnwritableListingException;
import com.lotview.listing.text.writing.ListingWriting;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Texts for other services, from facts that they bring. Nothing is kept. */
@RestController
final class InternalListingController {
  private final ListingWriting writing;

  InternalListingController(ListingWriting writing) {
    this.writing = writing;
  }

  /** The facts as in {@code listing.requested}. */
  record Brief(
      int maxDescriptionLength,
      @Nullable String tone,
      @Nullable String language,
      VehicleFacts vehicle,
      DealershipFacts dealership) {}

  @PostMapping("/internal/listings")
  Mono<ListingResponse> write(@RequestBody Brief request) {
    ListingBrief brief =
        new ListingBrief(
            request.vehicle(),
            request.dealership(),
            request.maxDescriptionLength(),
            Tone.orDefault(request.tone()),
            null,
            request.language());
    return writing
        .write(brief)
        .map(listing -> ListingResponse.of(listing, request.vehicle().priceCents(), false))
        .onErrorMap(
            UnwritableListingException.class,
            e -> new ApiException(ErrorCode.AI_GENERATION_FAILED, String.valueOf(e.getMessage())));
  }
}
