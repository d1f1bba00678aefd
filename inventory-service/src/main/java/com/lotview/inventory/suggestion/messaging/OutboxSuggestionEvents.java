package com.lotview.inventory.suggestion.messaging;

import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Topics;
import com.lotview.inventory.suggestion.Suggestion;
import com.lotview.inventory.suggestion.Suggestion.Decision;
import com.lotview.inventory.suggestion.SuggestionEvents;
import com.lotview.kit.outbox.Outbox;
import com.lotview.kit.outbox.OutboxEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Leaves {@code vehicle.suggestion}, keyed by dealership, in the outbox. */
@Component
class OutboxSuggestionEvents implements SuggestionEvents {
  private final Outbox outbox;

  OutboxSuggestionEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public Mono<Void> changed(Suggestion suggestion) {
    return outbox.append(
        new OutboxEvent(
            Topics.VEHICLE_CHANGED,
            suggestion.dealershipId().toString(),
            EventTypes.VEHICLE_SUGGESTION,
            Body.of(suggestion)));
  }

  /** The body, version 1. */
  record Body(
      UUID suggestionId,
      UUID dealershipId,
      UUID userId,
      String state,
      @Nullable Integer year,
      @Nullable String make,
      @Nullable String model,
      @Nullable UUID vehicleId,
      @Nullable UUID decidedBy,
      @Nullable String reason) {

    static Body of(Suggestion suggestion) {
      Decision decision = suggestion.decision();
      return new Body(
          suggestion.id(),
          suggestion.dealershipId(),
          suggestion.userId(),
          suggestion.state().name(),
          suggestion.draft().year(),
          suggestion.draft().make(),
          suggestion.draft().model(),
          decision == null ? null : decision.vehicleId(),
          decision == null ? null : decision.userId(),
          decision == null ? null : decision.reason());
    }
  }
}
