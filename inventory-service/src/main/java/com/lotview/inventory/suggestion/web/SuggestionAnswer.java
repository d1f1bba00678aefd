package com.lotview.inventory.suggestion.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.lotview.inventory.suggestion.Suggestion;
import com.lotview.inventory.suggestion.Suggestion.Decision;
import com.lotview.inventory.vehicle.VehicleDraft;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A suggestion as people get it.
 *
 * @param vehicle what is known of it
 * @param vehicleId the vehicle that was made of it; null unless it was accepted
 */
record SuggestionAnswer(
    UUID id,
    String state,
    UUID userId,
    @JsonInclude(content = JsonInclude.Include.NON_NULL) VehicleDraft vehicle,
    @Nullable String page,
    @Nullable String note,
    Instant createdAt,
    @Nullable UUID vehicleId,
    @Nullable UUID decidedBy,
    @Nullable Instant decidedAt,
    @Nullable String reason) {

  static SuggestionAnswer of(Suggestion suggestion) {
    Decision decision = suggestion.decision();
    return new SuggestionAnswer(
        suggestion.id(),
        suggestion.state().name(),
        suggestion.userId(),
        suggestion.draft(),
        suggestion.page(),
        suggestion.note(),
        suggestion.createdAt(),
        decision == null ? null : decision.vehicleId(),
        decision == null ? null : decision.userId(),
        decision == null ? null : decision.at(),
        decision == null ? null : decision.reason());
  }
}
