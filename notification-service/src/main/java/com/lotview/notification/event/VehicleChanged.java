package com.lotview.notification.event;

import java.util.List;
import java.util.UUID;

/** Which fields of a vehicle changed. */
public record VehicleChanged(UUID vehicleId, UUID dealershipId, List<String> changes) {

  public News news() {
    return new News("vehicle.updated", vehicleId, new Updated(vehicleId, changes));
  }

  private record Updated(UUID vehicleId, List<String> changes) {}
}
