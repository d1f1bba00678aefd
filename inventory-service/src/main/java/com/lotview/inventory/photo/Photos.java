package com.lotview.inventory.photo;

import com.lotview.contracts.ErrorCode;
import com.lotview.inventory.photo.picture.Picture;
import com.lotview.inventory.vehicle.Vehicle;
import com.lotview.inventory.vehicle.VehicleStore;
import com.lotview.inventory.vehicle.Vehicles;
import com.lotview.inventory.vehicle.history.ChangedBy;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.security.Caller;
import com.lotview.kit.tenant.TenantTransactions;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Adds, replaces and removes photos. The first photo of a vehicle that is not flagged is its
 * primary one.
 */
@Service
public class Photos {
  /** Photos of a vehicle at most; what the marketplace takes. */
  public static final int MAX_PER_VEHICLE = 20;

  private final PhotoStore store;
  private final Uploads uploads;
  private final Placeholders placeholders;
  private final VehicleStore vehicleStore;
  private final Vehicles vehicles;
  private final PhotoTrail trail;
  private final TenantTransactions transactions;

  Photos(
      PhotoStore store,
      Uploads uploads,
      Placeholders placeholders,
      VehicleStore vehicleStore,
      Vehicles vehicles,
      PhotoTrail trail,
      TenantTransactions transactions) {
    this.store = store;
    this.uploads = uploads;
    this.placeholders = placeholders;
    this.vehicleStore = vehicleStore;
    this.vehicles = vehicles;
    this.trail = trail;
    this.transactions = transactions;
  }

  /**
   * Adds images to a vehicle, in their order after those it has. One that the vehicle has already
   * is passed over, so an upload may be repeated.
   */
  public Mono<Void> add(Caller caller, UUID vehicleId, Flux<Picture> images) {
    UUID dealership = caller.dealershipId();
    return vehicles
        .get(dealership, vehicleId)
        .then(
            uploads.run(dealership, vehicleId, images, photos -> record(caller, vehicleId, photos)))
        .then()
        .contextWrite(ChangedBy.of(caller).named());
  }

  private Mono<Vehicle> record(Caller caller, UUID vehicleId, List<Photo> photos) {
    return locked(vehicleId)
        .flatMap(vehicle ->
            trail.noted(
                caller,
                "added",
                vehicleId,
                store
                    .of(vehicleId)
                    .collectList()
                    .flatMap(present -> insert(photos, present))
                    .flatMap(added ->
                        added.isEmpty()
                            ? Mono.just(vehicle)
                            : placeholders
                                .flag(vehicleId, added)
                                .then(vehicles.touch(vehicle, "images")))));
  }

  private Mono<List<Photo>> insert(List<Photo> photos, List<Photo> present) {
    List<Photo> fresh = fresh(photos, present);
    return Flux.fromIterable(fresh)
        .filterWhen(store::insert, 1)
        .collectList()
        .doOnNext(inserted -> {
          if (present.size() + inserted.size() > MAX_PER_VEHICLE) {
            throw RefusalException.invalid(
                "images",
                "a vehicle has at most %d photos; this one has %d already"
                    .formatted(MAX_PER_VEHICLE, present.size()));
          }
        });
  }

  // Those whose picture the vehicle does not have, placed after those it has.
  private static List<Photo> fresh(List<Photo> photos, List<Photo> present) {
    int next = present.stream().mapToInt(Photo::sortOrder).max().orElse(-1) + 1;
    List<Photo> fresh = new ArrayList<>();
    for (Photo photo : photos) {
      boolean known = Stream.concat(present.stream(), fresh.stream()).anyMatch(photo::looksLike);
      if (!known) {
        fresh.add(photo.placed(next++));
      }
    }
    return fresh;
  }

  /** Puts an image in the place of a photo; the photo gets another id. */
  public Mono<Void> replace(Caller caller, UUID vehicleId, UUID photoId, Mono<Picture> image) {
    UUID dealership = caller.dealershipId();
    return vehicles
        .get(dealership, vehicleId)
        .then(
            uploads.run(
                dealership,
                vehicleId,
                image.flux(),
                photos -> exchange(caller, vehicleId, photoId, photos.getFirst())))
        .flatMap(uploads::forget)
        .contextWrite(ChangedBy.of(caller).named());
  }

  private Mono<Photo> exchange(Caller caller, UUID vehicleId, UUID photoId, Photo photo) {
    return locked(vehicleId)
        .flatMap(vehicle ->
            trail.noted(
                caller,
                "replaced",
                vehicleId,
                store
                    .delete(vehicleId, photoId)
                    .switchIfEmpty(Mono.error(Photos::notFound))
                    .delayUntil(old -> insertInstead(photo.placed(old.sortOrder())))
                    .delayUntil(old -> vehicles.touch(vehicle, "images"))));
  }

  private Mono<Void> insertInstead(Photo photo) {
    return store
        .of(photo.vehicleId())
        .any(photo::looksLike)
        .flatMap(known -> known ? Mono.just(false) : store.insert(photo))
        .flatMap(stored ->
            stored
                ? placeholders.flag(photo.vehicleId(), List.of(photo))
                : Mono.error(
                    RefusalException.invalid("image", "the vehicle has this photo already")));
  }

  /** Removes a photo; if it was the primary one, the next becomes it. */
  public Mono<Void> remove(Caller caller, UUID vehicleId, UUID photoId) {
    Mono<Photo> row =
        locked(vehicleId)
            .flatMap(vehicle ->
                trail.noted(
                    caller,
                    "removed",
                    vehicleId,
                    store
                        .delete(vehicleId, photoId)
                        .switchIfEmpty(Mono.error(Photos::notFound))
                        .flatMap(photo ->
                            store
                                .settlePrimary(List.of(vehicleId))
                                .then(vehicles.touch(vehicle, "images"))
                                .thenReturn(photo))));
    return transactions
        .inTenant(caller.dealershipId(), row)
        .flatMap(uploads::forget)
        .contextWrite(ChangedBy.of(caller).named());
  }

  private Mono<Vehicle> locked(UUID vehicleId) {
    return vehicleStore.lock(vehicleId).switchIfEmpty(Mono.error(Vehicles::notFound));
  }

  /** The error for a photo that the vehicle does not have. */
  public static RefusalException notFound() {
    return new RefusalException(ErrorCode.IMAGE_NOT_FOUND, ErrorCode.IMAGE_NOT_FOUND.title());
  }
}
