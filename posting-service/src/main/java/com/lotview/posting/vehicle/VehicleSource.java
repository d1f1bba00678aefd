package com.lotview.posting.vehicle;

import java.util.UUID;
import reactor.core.publisher.Mono;

/** Where vehicles are looked up. */
public interface VehicleSource {

  /**
   * The vehicle as it is now.
   *
   * @return fails with {@code VEHICLE_NOT_FOUND} if the dealership has no such vehicle, with {@code
   *     SERVICE_UNAVAILABLE} if there is no answer within five seconds
   */
  Mono<StockedVehicle> get(UUID dealershipId, UUID vehicleId);
}
