package com.lotview.inventory.photo;

import com.lotview.contracts.ErrorCode;
import com.lotview.inventory.photo.picture.Picture;
import com.lotview.inventory.vehicle.Vehicle;
import com.lotview.inventory.vehicle.VehicleStore;
import com.lotview.inventory.vehicle.Vehicles;
import com.lotview.kit.error.RefusalException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Stores fetched photos: each arrives alone, at any time, and gets its place among the others. */
@Component
public class FetchedPhotos {
  private final PhotoStore store;
  private final Uploads uploads;
  private final Placeholders placeholders;
  private final VehicleStore vehicleStore;
  private final Vehicles vehicles;

  FetchedPhotos(
      PhotoStore store,
      Uploads uploads,
      Placeholders placeholders,
      VehicleStore vehicleStore,
      Vehicles vehicles) {
    this.store = store;
    this.uploads = uploads;
    this.placeholders = placeholders;
    this.vehicleStore = vehicleStore;
    this.vehicles = vehicles;
  }

  /**
   * Where a photo belongs.
   *
   * @param replaces the photo of which this is a newer picture; one that was removed stays removed
   * @param later finds the photos that stand after it, in the transaction that adds it
   * @param added notes the photo's id in that transaction, so that the next one finds its place
   */
  public record Place(
      UUID dealershipId,
      UUID vehicleId,
      @Nullable UUID replaces,
      Mono<Set<UUID>> later,
      Function<UUID, Mono<Void>> added) {}

  private record Placed(UUID id, @Nullable Photo old) {}

  /**
   * Adds a picture at its place; fails with {@code VALIDATION_ERROR} if the vehicle has as many
   * photos as it may have.
   *
   * @return the photo's id; empty if the vehicle has this picture already
   */
  public Mono<UUID> place(Place place, Picture picture) {
    return uploads
        .run(
            place.dealershipId(),
            place.vehicleId(),
            Flux.just(picture),
            photos -> record(place, photos.getFirst()))
        .flatMap(placed -> {
          Photo old = placed.old();
          return (old == null ? Mono.<Void>empty() : uploads.forget(old)).thenReturn(placed.id());
        });
  }

  private Mono<Placed> record(Place place, Photo photo) {
    return vehicleStore
        .lock(place.vehicleId())
        .switchIfEmpty(Mono.error(Vehicles::notFound))
        .flatMap(vehicle ->
            store
                .of(place.vehicleId())
                .sort(Comparator.comparingInt(Photo::sortOrder))
                .collectList()
                .flatMap(present -> record(place, photo, vehicle, present)));
  }

  private Mono<Placed> record(Place place, Photo photo, Vehicle vehicle, List<Photo> present) {
    UUID replaces = place.replaces();
    Photo old =
        present.stream().filter(other -> other.id().equals(replaces)).findAny().orElse(null);
    if (replaces != null && (old == null || old.looksLike(photo))) {
      return Mono.just(new Placed(replaces, null));
    }
    if (present.stream().anyMatch(photo::looksLike)) {
      return Mono.empty();
    }
    if (old == null && present.size() >= Photos.MAX_PER_VEHICLE) {
      return Mono.error(() ->
          new RefusalException(
              ErrorCode.VALIDATION_ERROR,
              "the vehicle has %d photos already".formatted(present.size())));
    }
    return (old == null ? append(place, photo, present) : exchange(photo, old))
        .then(Mono.defer(() -> place.added().apply(photo.id())))
        .then(placeholders.flag(place.vehicleId(), List.of(photo)))
        .then(vehicles.touch(vehicle, "images"))
        .thenReturn(new Placed(photo.id(), old));
  }

  private Mono<Void> exchange(Photo photo, Photo old) {
    return store
        .delete(old.vehicleId(), old.id())
        .then(Mono.defer(() -> store.insert(photo.placed(old.sortOrder()))))
        .then();
  }

  private Mono<Void> append(Place place, Photo photo, List<Photo> present) {
    int end = present.isEmpty() ? 0 : present.getLast().sortOrder() + 1;
    return store
        .insert(photo.placed(end))
        .then(place.later())
        .flatMap(later -> {
          List<UUID> order = new ArrayList<>(present.stream().map(Photo::id).toList());
          int before = 0;
          while (before < order.size() && !later.contains(order.get(before))) {
            before++;
          }
          boolean last = before == order.size();
          order.add(before, photo.id());
          return last ? Mono.empty() : store.arrange(place.vehicleId(), order);
        });
  }
}
