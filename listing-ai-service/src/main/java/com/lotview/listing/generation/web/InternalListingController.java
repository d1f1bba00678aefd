package com.lotview.listing.generation.web;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.error.RefusalException;
import com.lotview.listing.text.DealershipFacts;
import com.lotview.listing.text.ListingBrief;
import com.lotview.listing.text.ListingText;
import com.lotview.listing.text.Tone;
import com.lotview.listing.text.VehicleFacts;
import com.lotview.listing.text.builtin.BuiltInWriter.UnwritableListingException;
import com.lotview.listing.text.writing.ListingWriting;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Texts for other services, from facts in their requests. Nothing is stored. */
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

  /** A person's text with the facts that it must agree with. */
  record Given(Brief brief, String title, String description) {}

  /** Why a text may not be used, each reason a sentence; empty if it may. */
  record Verdict(List<String> problems) {}

  @PostMapping("/internal/listings/checks")
  Verdict check(@RequestBody Given given) {
    ListingText text = new ListingText(given.title(), given.description());
    return new Verdict(writing.problems(text, brief(given.brief())));
  }

  private static ListingBrief brief(Brief request) {
    return new ListingBrief(
        request.vehicle(),
        request.dealership(),
        request.maxDescriptionLength(),
        Tone.orDefault(request.tone()),
        null,
        request.language());
  }

  @PostMapping("/internal/listings")
  Mono<ListingResponse> write(@RequestBody Brief request) {
    return writing
        .write(brief(request))
        .map(listing -> ListingResponse.of(listing, request.vehicle().priceCents(), false))
        .onErrorMap(
            UnwritableListingException.class,
            e ->
                new RefusalException(
                    ErrorCode.AI_GENERATION_FAILED, String.valueOf(e.getMessage())));
  }
}
