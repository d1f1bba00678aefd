package com.lotview.inventory.photo;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Rows of photos. Every call runs in a transaction of a dealership and sees only its rows. */
public interface PhotoStore {
  /** Photos of a vehicle in their order. */
  Flux<Photo> of(UUID vehicleId);

  /** The primary photo of each of the vehicles that has photos, and how many it has. */
  Mono<Map<UUID, Counted>> primaryOf(Collection<UUID> vehicleIds);

  /** Stores a photo; false if the vehicle has one with the same bytes. */
  Mono<Boolean> insert(Photo photo);

  /** Removes the photo; empty if the vehicle has none of that id. */
  Mono<Photo> delete(UUID vehicleId, UUID id);

  /** Makes the first photo of a vehicle the primary one, if it has photos but no primary one. */
  Mono<Void> promoteFirst(UUID vehicleId);

  /** Those of the keys that a row names. */
  Mono<Set<String>> recorded(Collection<String> keys);

  /** A photo, and how many the vehicle has. */
  record Counted(Photo photo, int count) {}
}
