package com.lotview.inventory.vehicle;

import java.util.List;
import reactor.core.publisher.Mono;

/** Tells the world of changes, in the transaction of the change. */
public interface VehicleEvents {
  /**
   * The vehicle is now as given.
   *
   * @param changes names of the fields that changed
   */
  Mono<Void> changed(Vehicle vehicle, List<String> changes);
}
