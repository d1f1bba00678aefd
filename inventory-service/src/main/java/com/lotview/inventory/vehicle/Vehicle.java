package com.lotview.inventory.vehicle;

import com.lotview.kit.audit.Audited;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A vehicle of a dealership.
 *
 * @param version rises by one with every change
 */
public record Vehicle(
    UUID id,
    UUID dealershipId,
    @Audited VehicleFacts facts,
    @Audited VehicleStatus status,
    long version,
    Instant createdAt,
    Instant updatedAt) {

  /** The same vehicle with other facts, one version on. */
  public Vehicle changed(VehicleFacts newFacts, VehicleStatus newStatus, Instant now) {
    return new Vehicle(id, dealershipId, newFacts, newStatus, version + 1, createdAt, now);
  }

  /** The value of a field by its name in the API, as the API shows it; null if it is not known. */
  @Nullable Object shown(String field) {
    return field.equals("status") ? status.name() : facts.shown(field);
  }

  /** Names of what differs from the earlier state; for a new vehicle, of all that is known. */
  public List<String> changesSince(@Nullable Vehicle earlier) {
    List<String> changes =
        new ArrayList<>(facts.changesSince(earlier == null ? null : earlier.facts));
    if (earlier == null || earlier.status != status) {
      changes.add("status");
    }
    return changes;
  }
}
