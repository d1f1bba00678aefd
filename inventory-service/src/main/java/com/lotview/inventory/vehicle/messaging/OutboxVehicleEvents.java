package com.lotview.inventory.vehicle.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Topics;
import com.lotview.inventory.vehicle.Vehicle;
import com.lotview.inventory.vehicle.VehicleEvents;
import com.lotview.kit.outbox.Outbox;
import com.lotview.kit.outbox.OutboxEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Leaves {@code vehicle.changed}, keyed by vehicle, and {@code vehicle.vanished} in the outbox. */
@Component
class OutboxVehicleEvents implements VehicleEvents {
  private final Outbox outbox;

  OutboxVehicleEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public Mono<Void> changed(Change change) {
    return outbox.append(event(change));
  }

  @Override
  public Mono<Void> added(List<Vehicle> vehicles) {
    return outbox.append(
        vehicles.stream()
            .map(vehicle -> event(new Change(vehicle, vehicle.changesSince(null), Map.of(), null)))
            .toArray(OutboxEvent[]::new));
  }

  private static OutboxEvent event(Change change) {
    return new OutboxEvent(
        Topics.VEHICLE_CHANGED,
        change.vehicle().id().toString(),
        EventTypes.VEHICLE_CHANGED,
        VehicleChanged.of(change));
  }

  @Override
  public Mono<Void> vanished(UUID dealershipId, UUID importId, List<UUID> vehicleIds, Instant at) {
    return outbox.append(
        new OutboxEvent(
            Topics.VEHICLE_CHANGED,
            dealershipId.toString(),
            EventTypes.VEHICLE_VANISHED,
            new VehicleVanished(importId, dealershipId, vehicleIds, at)));
  }

  /** The body of {@code vehicle.vanished}, version 1. */
  record VehicleVanished(UUID importId, UUID dealershipId, List<UUID> vehicleIds, Instant at) {}

  /** The body, version 1. */
  record VehicleChanged(
      UUID vehicleId,
      UUID dealershipId,
      String status,
      List<String> changes,
      @JsonInclude(content = JsonInclude.Include.ALWAYS) Map<String, @Nullable Object> previous,
      @Nullable UUID importId,
      VehicleBody vehicle) {

    static VehicleChanged of(Change change) {
      Vehicle vehicle = change.vehicle();
      return new VehicleChanged(
          vehicle.id(),
          vehicle.dealershipId(),
          vehicle.status().name(),
          change.changes(),
          change.previous(),
          change.importId(),
          VehicleBody.of(vehicle));
    }
  }
}
