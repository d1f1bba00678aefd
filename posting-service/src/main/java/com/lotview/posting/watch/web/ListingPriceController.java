package com.lotview.posting.watch.web;

import com.lotview.contracts.Permission;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.openapi.ApiField;
import com.lotview.kit.security.Caller;
import com.lotview.posting.watch.DecidePrice;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Decides on prices that were changed at the site. */
@RestController
class ListingPriceController {
  private final DecidePrice prices;

  ListingPriceController(DecidePrice prices) {
    this.prices = prices;
  }

  @PostMapping("/v1/postings/{id}/listing-price")
  Mono<Decided> decide(
      Caller caller, @PathVariable UUID id, @RequestBody ListingPriceRequest request) {
    caller.require(Permission.POSTINGS_RESOLVE);
    DecidePrice.Decision decision = request.checked();
    return prices
        .decide(caller, id, decision)
        .map(posting -> new Decided(id, decision, posting.snapshot().vehicle().priceCents()));
  }

  /** What a person says. */
  record ListingPriceRequest(
      @Nullable @ApiField(required = true, wordsOf = DecidePrice.Decision.class) String decision) {
    DecidePrice.Decision checked() {
      for (DecidePrice.Decision known : DecidePrice.Decision.values()) {
        if (known.name().equals(decision)) {
          return known;
        }
      }
      throw RefusalException.invalid("decision", "must be ACCEPT or RESTORE");
    }
  }

  /**
   * What was decided.
   *
   * @param listingPrice that the listing shows now, in cents
   */
  record Decided(UUID id, DecidePrice.Decision decision, @Nullable Long listingPrice) {}
}
