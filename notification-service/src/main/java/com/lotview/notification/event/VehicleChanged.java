package com.lotview.notification.event;

import com.lotview.contracts.Permission;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which fields of a vehicle changed. */
public record VehicleChanged(UUID vehicleId, UUID dealershipId, List<String> changes) {
  /** Fields that only people with {@link Permission#VEHICLES_COSTS} see. */
  private static final Set<String> INTERNAL = Set.of("costBasis", "notes");

  /** The event; without the names of internal fields for those who may not see them. */
  public News news() {
    return new News("vehicle.updated", vehicleId, null, new Updated(vehicleId, changes), limited());
  }

  private News.@Nullable Limited limited() {
    List<String> open = changes.stream().filter(field -> !INTERNAL.contains(field)).toList();
    if (open.size() == changes.size()) {
      return null;
    }
    return new News.Limited(
        Permission.VEHICLES_COSTS, open.isEmpty() ? null : new Updated(vehicleId, open));
  }

  private record Updated(UUID vehicleId, List<String> changes) {}
}
