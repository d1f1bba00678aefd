package com.lotview.inventory.photo;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds pictures that many vehicles have, in the transaction that adds photos. */
@Component
class Placeholders {
  /** A picture on this many vehicles of a dealership shows none of them. */
  static final int VEHICLES = 5;

  private static final int LOOKED_AT = 60;

  private final PhotoStore store;

  Placeholders(PhotoStore store) {
    this.store = store;
  }

  /** Flags them on all vehicles that have them, and settles which photos are primary. */
  Mono<Void> flag(UUID vehicleId, List<Photo> added) {
    return Flux.fromIterable(added)
        .concatMap(this::flag)
        .collectList()
        .flatMap(flagged -> {
          List<UUID> vehicles = new ArrayList<>(flagged);
          vehicles.add(vehicleId);
          return store.settlePrimary(vehicles);
        });
  }

  // The vehicles whose photos were flagged.
  private Flux<UUID> flag(Photo photo) {
    return store
        .alike(photo, LOOKED_AT)
        .filter(other -> other.looksLike(photo))
        .map(Photo::id)
        .collectList()
        .filter(alike -> alike.size() >= VEHICLES)
        .flatMapMany(store::flagRepeated);
  }
}
