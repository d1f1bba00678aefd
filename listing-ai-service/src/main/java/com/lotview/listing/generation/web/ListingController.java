package com.lotview.listing.generation.web;

import com.lotview.contracts.ErrorCode;
import com.lotview.contracts.Permission;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.security.Caller;
import com.lotview.listing.text.Language;
import com.lotview.listing.text.ListingBrief;
import com.lotview.listing.text.Tone;
import com.lotview.listing.text.builtin.BuiltInWriter.UnwritableListingException;
import com.lotview.listing.text.writing.ListingWriting;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * Texts on request. Nothing is stored: a client that wants to use the text sends it with the
 * posting.
 */
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
    return write(
        caller,
        new Wanted(request.vehicleId(), request.tone(), request.language(), request.sources()),
        null);
  }

  @PostMapping("/regenerate")
  Mono<ListingResponse> regenerate(Caller caller, @Valid @RequestBody RegenerateRequest request) {
    caller.require(Permission.LISTINGS_GENERATE);
    return write(
        caller,
        new Wanted(request.vehicleId(), request.tone(), request.language(), request.sources()),
        request.instructions());
  }

  /** The fields about the text that both requests have. */
  private record Wanted(
      UUID vehicleId,
      @Nullable String tone,
      @Nullable String language,
      @Nullable Boolean sources) {}

  private Mono<ListingResponse> write(Caller caller, Wanted wanted, @Nullable String instructions) {
    Tone tone = tone(wanted.tone());
    String language = language(wanted.language());
    return Mono.zip(
            facts.vehicle(caller.dealershipId(), wanted.vehicleId()),
            facts.dealership(caller.dealershipId()))
        .map(known ->
            new ListingBrief(
                known.getT1(),
                known.getT2(),
                ListingBrief.MAX_DESCRIPTION,
                tone,
                instructions,
                language))
        .flatMap(brief ->
            writing
                .write(brief)
                .map(listing ->
                    ListingResponse.of(
                        listing,
                        brief.vehicle().priceCents(),
                        Boolean.TRUE.equals(wanted.sources()))))
        .onErrorMap(
            UnwritableListingException.class,
            e ->
                new RefusalException(
                    ErrorCode.AI_GENERATION_FAILED, String.valueOf(e.getMessage())));
  }

  private static Tone tone(@Nullable String name) {
    return name == null
        ? Tone.PROFESSIONAL
        : Tone.named(name)
            .orElseThrow(() -> RefusalException.invalid("tone", "must be one of " + Tone.words()));
  }

  private static @Nullable String language(@Nullable String tag) {
    if (tag != null && Language.of(tag).isEmpty()) {
      throw RefusalException.invalid("language", "must be one of " + Language.tags());
    }
    return tag;
  }
}
