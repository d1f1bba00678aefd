package com.lotview.inventory.photo.direct;

import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Stores direct uploads; in a transaction of their dealership unless stated differently. */
public interface DirectUploadStore {
  Mono<Void> add(DirectUpload upload);

  /** How many of the vehicle are open and not expired. */
  Mono<Integer> open(UUID vehicleId, Instant now);

  /** The upload; empty if the vehicle has none of that id. */
  Mono<DirectUpload> find(UUID vehicleId, UUID id);

  Mono<Void> confirm(UUID id);

  /** Some of those that expired before; across dealerships. */
  Flux<DirectUpload> expired(Instant before, int count);

  /** Removes it; across dealerships. */
  Mono<Void> remove(UUID id);
}
