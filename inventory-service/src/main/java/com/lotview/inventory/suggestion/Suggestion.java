package com.lotview.inventory.suggestion;

import com.lotview.inventory.vehicle.VehicleDraft;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A vehicle that a person suggests.
 *
 * @param draft what they know of it; the rest is for a manager to add
 * @param page address of the page on which they found it
 * @param decision null while a manager has not decided
 */
public record Suggestion(
    UUID id,
    UUID dealershipId,
    UUID userId,
    VehicleDraft draft,
    @Nullable String page,
    @Nullable String note,
    Instant createdAt,
    @Nullable Decision decision) {

  /** How far a suggestion is. */
  public enum State {
    OPEN,
    ACCEPTED,
    DECLINED
  }

  /**
   * What a manager decided.
   *
   * @param vehicleId the vehicle that was made of it; null if it was declined
   * @param reason why it was declined; null if nothing was said
   */
  public record Decision(
      UUID userId, @Nullable UUID vehicleId, @Nullable String reason, Instant at) {}

  /** How far it is. */
  public State state() {
    if (decision == null) {
      return State.OPEN;
    }
    return decision.vehicleId() == null ? State.DECLINED : State.ACCEPTED;
  }

  /** The same, decided. */
  Suggestion decided(Decision made) {
    return new Suggestion(id, dealershipId, userId, draft, page, note, createdAt, made);
  }
}
