package com.lotview.inventory.photo.fetch;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Addresses of photos at rest. */
public interface AddressStore {
  /** Addresses of a vehicle in their order; in a transaction of its dealership. */
  Flux<PhotoAddress> of(UUID vehicleId);

  /** Replaces all addresses of a vehicle; in a transaction of its dealership. */
  Mono<Void> replace(UUID vehicleId, List<PhotoAddress> addresses);

  /**
   * Takes due addresses, at most two of a host, and counts an attempt of each; across dealerships.
   *
   * @param again when they are due again if no result is stored
   */
  Flux<PhotoAddress> takeDue(Instant now, Instant again, int count);

  /**
   * Stores an address's result, unless another address has replaced it by now; in a transaction of
   * its dealership.
   */
  Mono<Void> update(PhotoAddress address);
}
