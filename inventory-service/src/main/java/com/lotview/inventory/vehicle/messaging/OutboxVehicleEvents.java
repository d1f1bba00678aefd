package com.lotview.inventory.vehicle.messaging;

import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Topics;
import com.lotview.inventory.vehicle.Vehicle;
import com.lotview.inventory.vehicle.VehicleEvents;
import com.lotview.kit.outbox.Outbox;
import com.lotview.kit.outbox.OutboxEvent;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Leaves {@code vehicle.changed}, keyed by vehicle, in the outbox. */
@Component
class OutboxVehicleEvents implements VehicleEvents {
  private final Outbox outbox;

  OutboxVehicleEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public Mono<Void> changed(Vehicle vehicle, List<String> changes) {
    return outbox.append(
        new OutboxEvent(
            Topics.VEHICLE_CHANGED,
            vehicle.id().toString(),
            EventTypes.VEHICLE_CHANGED,
            VehicleChanged.of(vehicle, changes)));
  }

  /** The body, version 1. */
  record VehicleChanged(
      UUID vehicleId, UUID dealershipId, String status, List<String> changes, VehicleBody vehicle) {

    static VehicleChanged of(Vehicle vehicle, List<String> changes) {
      return new VehicleChanged(
          vehicle.id(),
          vehicle.dealershipId(),
          vehicle.status().name(),
          changes,
          VehicleBody.of(vehicle));
    }
  }
}
