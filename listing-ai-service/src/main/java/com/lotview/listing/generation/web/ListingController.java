package com.lotview.listing.generation.web;

import com.lotview.contracts.ErrorCode;
import com.lotview.contracts.Permission;
import com.lotview.kit.security.Caller;
import com.lotview.kit.web.ApiException;
import com.lotview.listing.text.BuiltInWriter.UnwritableListingException;
import com.lotview.listing.text.ListingBrief;
import com.lotview.listing.text.ListingWriting;
import com.lotview.listing.text.Tone;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Texts on request. Nothing is kept: whoever likes the text sends it with the posting. */
@RestController
@RequestMapping("/v1/listings")
final class ListingController {
  private final FactsClient facts;
  private final ListingWriting writing;

  ListingController(FactsClient facts, ListingWriting writing) {
    this.facts = facts;
    this.writing = writing;
  }

  @PostMapping("/generate")
  Mono<ListingResponse> generate(Caller caller, @Valid @RequestBody GenerateRequest request) {
    caller.require(Permission.LISTINGS_GENERATE);
    return write(caller, request.vehicleId(), tone(request.tone()), null);
  }

  @PostMapping("/regenerate")
  Mono<ListingResponse> regenerate(Caller caller, @Valid @RequestBody RegenerateRequest request) {
    caller.require(Permission.LISTINGS_GENERATE);
    return write(caller, request.vehicleId(), tone(request.tone()), request.instructions());
  }

  private Mono<ListingResponse> write(
      Caller caller, UUID vehicle, Tone tone, @Nullable String instructions) {
    return Mono.zip(
            facts.vehicle(caller.dealershipId(), vehicle), facts.dealership(caller.dealershipId()))
        .map(known ->
            new ListingBrief(
                known.getT1(), known.getT2(), ListingBrief.MAX_DESCRIPTION, tone, instructions))
        .flatMap(brief ->
            writing
                .write(brief)
                .map(listing -> ListingResponse.of(listing, brief.vehicle().priceCents())))
        .onErrorMap(
            UnwritableListingException.class,
            e -> new ApiException(ErrorCode.AI_GENERATION_FAILED, String.valueOf(e.getMessage())));
  }

  private static Tone tone(@Nullable String name) {
    return name == null
        ? Tone.PROFESSIONAL
        : Tone.named(name)
            .orElseThrow(() -> ApiException.invalid("tone", "must be one of " + Tone.words()));
  }
}
