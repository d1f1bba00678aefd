package com.lotview.inventory.vehicle.history;

import com.lotview.kit.id.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One change of a vehicle.
 *
 * @param version of the vehicle behind it; 0 if the vehicle itself did not change
 * @param changes at least one
 * @param price before and after, if it changed within one currency
 */
public record VehicleChange(
    UUID id,
    UUID dealershipId,
    UUID vehicleId,
    long version,
    Instant at,
    ChangedBy by,
    List<FieldChange> changes,
    @Nullable Price price) {

  public VehicleChange {
    changes = List.copyOf(changes);
  }

  /** Hundredths of the vehicle's currency. */
  public record Price(long from, long to) {}

  /** A change that is not stored yet. */
  public static VehicleChange fresh(
      UUID dealershipId, UUID vehicleId, long version, Instant at, List<FieldChange> changes) {
    return new VehicleChange(
        Ids.next(),
        dealershipId,
        vehicleId,
        version,
        at,
        ChangedBy.SYSTEM,
        changes,
        price(changes));
  }

  /** The same by someone. */
  public VehicleChange by(ChangedBy someone) {
    return new VehicleChange(id, dealershipId, vehicleId, version, at, someone, changes, price);
  }

  private static @Nullable Price price(List<FieldChange> changes) {
    if (changes.stream().anyMatch(change -> change.field().equals("priceCurrency"))) {
      return null;
    }
    return changes.stream()
        .filter(change -> change.field().equals("price"))
        .map(change ->
            change.from() instanceof Long from && change.to() instanceof Long to
                ? new Price(from, to)
                : null)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }
}
