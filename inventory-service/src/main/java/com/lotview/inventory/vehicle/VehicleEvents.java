package com.lotview.inventory.vehicle;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Publishes changes, in the transaction of the change. */
public interface VehicleEvents {

  /** The vehicle is now as given. */
  Mono<Void> changed(Change change);

  /** The vehicles are new, and are now as given. */
  Mono<Void> added(List<Vehicle> vehicles);

  /** The import's file lacks these vehicles; each has had its own event before. */
  Mono<Void> vanished(UUID dealershipId, UUID importId, List<UUID> vehicleIds, Instant at);

  /**
   * A change.
   *
   * @param vehicle how it is now
   * @param changes names of the fields that changed
   * @param previous the previous values of those fields by name, as far as other services may know
   *     them
   * @param importId the import whose file lacks it, if that is why it changed
   */
  record Change(
      Vehicle vehicle,
      List<String> changes,
      Map<String, @Nullable Object> previous,
      @Nullable UUID importId) {}
}
