package com.lotview.inventory.photo;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Rows of photos. Every call runs in a transaction of a dealership and sees only its rows. */
public interface PhotoStore {
  /** Photos of a vehicle in their order; flagged ones stand last. */
  Flux<Photo> of(UUID vehicleId);

  /** Of each of the vehicles that has photos: the primary one, and how many it has. */
  Mono<Map<UUID, Counted>> primaryOf(Collection<UUID> vehicleIds);

  /** Ids of each vehicle's photos in their order, placeholders left out. */
  Mono<Map<UUID, List<UUID>>> shown(Collection<UUID> vehicleIds);

  /** The photo, if its vehicle is ACTIVE. */
  Mono<Photo> ofActive(UUID id);

  /** Stores a photo; false if the vehicle has one with the same bytes. */
  Mono<Boolean> insert(Photo photo);

  /** Removes the photo; empty if the vehicle has none of that id. */
  Mono<Photo> delete(UUID vehicleId, UUID id);

  /** Makes the first photo of each vehicle that is not flagged its primary one. */
  Mono<Void> settlePrimary(Collection<UUID> vehicleIds);

  /** One photo of each vehicle that has photos with the hash of this one. */
  Flux<Photo> alike(Photo photo, int limit);

  /** Flags photos as repeated; the vehicles of those that were not flagged before. */
  Flux<UUID> flagRepeated(Collection<UUID> photoIds);

  /** Puts all photos of a vehicle in the given order; their flags stay. */
  Mono<Void> arrange(UUID vehicleId, List<UUID> order);

  /** Notes that a person saw all photos of a vehicle: none is flagged any longer. */
  Mono<Void> choose(UUID vehicleId);

  /** Those of the keys that a row names. */
  Mono<Set<String>> recorded(Collection<String> keys);

  /** The primary photo, if a vehicle has one, and how many photos it has. */
  record Counted(@Nullable Photo photo, int count) {}
}
