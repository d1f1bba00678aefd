package com.lotview.inventory.vehicle;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Tells the world of changes, in the transaction of the change. */
public interface VehicleEvents {
  /**
   * The vehicle is now as given.
   *
   * @param changes names of the fields that changed
   */
  default Mono<Void> changed(Vehicle vehicle, List<String> changes) {
    return changed(vehicle, changes, null);
  }

  /**
   * The vehicle is now as given.
   *
   * @param importId the import whose file lacks it, if that is why it changed
   */
  Mono<Void> changed(Vehicle vehicle, List<String> changes, @Nullable UUID importId);

  /** The import's file lacks these vehicles; each was told of by itself before. */
  Mono<Void> vanished(UUID dealershipId, UUID importId, List<UUID> vehicleIds, Instant at);
}
