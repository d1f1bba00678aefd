package com.lotview.inventory.photo;

import com.lotview.inventory.vehicle.VehicleStore;
import com.lotview.inventory.vehicle.Vehicles;
import com.lotview.inventory.vehicle.history.ChangedBy;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.security.Caller;
import com.lotview.kit.tenant.TenantTransactions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Puts a vehicle's photos in order. The first one is the primary one, and posted first. What a
 * person puts in order is no longer taken for a placeholder.
 */
@Service
public class PhotoOrder {
  private final PhotoStore store;
  private final VehicleStore vehicleStore;
  private final Vehicles vehicles;
  private final PhotoTrail trail;
  private final TenantTransactions transactions;

  PhotoOrder(
      PhotoStore store,
      VehicleStore vehicleStore,
      Vehicles vehicles,
      PhotoTrail trail,
      TenantTransactions transactions) {
    this.store = store;
    this.vehicleStore = vehicleStore;
    this.vehicles = vehicles;
    this.trail = trail;
    this.transactions = transactions;
  }

  /**
   * Puts the photos in the given order; fails with {@code VALIDATION_ERROR} if these are not all of
   * the vehicle's photos, each once.
   */
  public Mono<Void> arrange(Caller caller, UUID vehicleId, List<UUID> order) {
    return change(
        caller,
        vehicleId,
        "ordered",
        present -> {
          checkSame(present, order);
          return order;
        });
  }

  /** Moves a photo to the front; fails with {@code IMAGE_NOT_FOUND}. */
  public Mono<Void> makePrimary(Caller caller, UUID vehicleId, UUID photoId) {
    return change(
        caller,
        vehicleId,
        "primary",
        present -> {
          if (!present.contains(photoId)) {
            throw Photos.notFound();
          }
          List<UUID> order = new ArrayList<>(present);
          order.remove(photoId);
          order.addFirst(photoId);
          return order;
        });
  }

  private Mono<Void> change(
      Caller caller, UUID vehicleId, String deed, UnaryOperator<List<UUID>> change) {
    Mono<Void> work =
        vehicleStore
            .lock(vehicleId)
            .switchIfEmpty(Mono.error(Vehicles::notFound))
            .flatMap(vehicle ->
                store
                    .of(vehicleId)
                    .collectList()
                    .flatMap(photos -> {
                      List<UUID> present = photos.stream().map(Photo::id).toList();
                      List<UUID> order = change.apply(present);
                      return order.equals(present) && isPrimary(photos)
                          ? Mono.<Void>empty()
                          : store
                              .arrange(vehicleId, order)
                              .then(store.choose(vehicleId))
                              .then(store.settlePrimary(List.of(vehicleId)))
                              .then(vehicles.touch(vehicle, "images"))
                              .then(trail.note(caller, deed, vehicleId, present, order));
                    }));
    return transactions
        .inTenant(caller.dealershipId(), work)
        .contextWrite(ChangedBy.of(caller).named());
  }

  // A vehicle whose photos are all flagged has none.
  private static boolean isPrimary(List<Photo> photos) {
    return photos.isEmpty() || photos.getFirst().primary();
  }

  private static void checkSame(List<UUID> present, List<UUID> order) {
    Set<UUID> seen = new HashSet<>();
    for (UUID id : order) {
      if (!seen.add(id)) {
        throw RefusalException.invalid("imageIds", id + " is there more than once");
      }
      if (!present.contains(id)) {
        throw RefusalException.invalid("imageIds", id + " is no image of this vehicle");
      }
    }
    for (UUID id : present) {
      if (!seen.contains(id)) {
        throw RefusalException.invalid("imageIds", id + " is missing; name all images");
      }
    }
  }
}
