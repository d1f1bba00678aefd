package com.lotview.posting.change.web;

import com.lotview.contracts.Permission;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.openapi.ApiField;
import com.lotview.kit.security.Caller;
import com.lotview.posting.change.RemovalHold;
import com.lotview.posting.change.stock.HeldRemovals;
import com.lotview.posting.posting.model.ListingText;
import com.lotview.posting.posting.model.LiveListing;
import com.lotview.posting.posting.model.Posting;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/v1/postings/held-removals")
class HeldRemovalController {
  private final HeldRemovals removals;

  HeldRemovalController(HeldRemovals removals) {
    this.removals = removals;
  }

  @GetMapping
  Mono<All> list(Caller caller) {
    caller.require(Permission.POSTINGS_REMOVE);
    return removals
        .list(caller.dealershipId())
        .map(holds -> new All(holds.stream().map(Hold::of).toList()));
  }

  @PostMapping("/{importId}")
  Mono<Decided> decide(
      Caller caller, @PathVariable UUID importId, @RequestBody DecisionRequest request) {
    caller.require(Permission.POSTINGS_REMOVE);
    RemovalHold.Decision decision = request.checked();
    return removals
        .decide(caller, importId, decision)
        .map(listings -> new Decided(importId, decision, listings));
  }

  /** Few, so without pages. */
  record All(List<Hold> data) {}

  /**
   * Removals that wait for a decision.
   *
   * @param held how many listings were to go, of {@code live}
   * @param listings those that are held now
   */
  record Hold(UUID importId, Instant at, int held, int live, List<Listing> listings) {
    static Hold of(HeldRemovals.View view) {
      RemovalHold hold = view.hold();
      return new Hold(
          hold.importId(),
          hold.at(),
          hold.held(),
          hold.live(),
          view.held().stream().map(Listing::of).toList());
    }
  }

  /** A listing that is held. */
  record Listing(UUID postingId, UUID vehicleId, @Nullable String title, @Nullable String url) {
    static Listing of(Posting posting) {
      ListingText text = posting.text();
      LiveListing live = posting.live();
      return new Listing(
          posting.id(),
          posting.vehicleId(),
          text == null ? null : text.title(),
          live == null ? null : live.url());
    }
  }

  /** What a manager says. */
  record DecisionRequest(
      @Nullable @ApiField(required = true, wordsOf = RemovalHold.Decision.class) String decision) {
    RemovalHold.Decision checked() {
      for (RemovalHold.Decision known : RemovalHold.Decision.values()) {
        if (known.name().equals(decision)) {
          return known;
        }
      }
      throw RefusalException.invalid("decision", "must be REMOVE or KEEP");
    }
  }

  /** What was decided about how many listings. */
  record Decided(UUID importId, RemovalHold.Decision decision, int listings) {}
}
