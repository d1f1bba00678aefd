package com.lotview.inventory.photo;

import com.lotview.contracts.ErrorCode;
import com.lotview.inventory.vehicle.Vehicle;
import com.lotview.inventory.vehicle.VehicleStore;
import com.lotview.inventory.vehicle.Vehicles;
import com.lotview.kit.id.Ids;
import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.kit.web.ApiException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Adds and removes photos. Bytes are stored first and rows after, in one transaction for a whole
 * upload: either all of it is there or none. Bytes that got no row are removed again; if the
 * process dies in between, private bytes without a row are left, never a row without bytes.
 */
@Service
public class Photos {
  /** Photos of a vehicle at most; what the marketplace takes. */
  public static final int MAX_PER_VEHICLE = 20;

  private static final Logger LOG = LoggerFactory.getLogger(Photos.class);

  private final PhotoStore store;
  private final PhotoBytes bytes;
  private final VehicleStore vehicleStore;
  private final Vehicles vehicles;
  private final TenantTransactions transactions;
  private final Clock clock;

  Photos(
      PhotoStore store,
      PhotoBytes bytes,
      VehicleStore vehicleStore,
      Vehicles vehicles,
      TenantTransactions transactions,
      Clock clock) {
    this.store = store;
    this.bytes = bytes;
    this.vehicleStore = vehicleStore;
    this.vehicles = vehicles;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Adds images to a vehicle, in their order after those it has. One that the vehicle has already,
   * byte by byte, is passed over, so an upload may be repeated.
   */
  public Mono<Void> add(UUID dealershipId, UUID vehicleId, Flux<CleanImage> images) {
    return vehicles
        .get(dealershipId, vehicleId)
        .then(
            Mono.usingWhen(
                Mono.fromSupplier(() -> new Upload(dealershipId, vehicleId)),
                upload -> store(upload, images),
                this::removeUnrecorded,
                (upload, error) -> removeUnrecorded(upload),
                // Once rows are being written, nobody knows whether they will be: bytes stay.
                upload -> upload.recording ? Mono.empty() : removeUnrecorded(upload)));
  }

  private Mono<Void> store(Upload upload, Flux<CleanImage> images) {
    return images
        .concatMap(image -> put(upload, image), 1)
        .collectList()
        .flatMap(photos -> {
          upload.recording = true;
          return transactions.inTenant(upload.dealershipId, record(upload, photos));
        })
        .then();
  }

  private Mono<Photo> put(Upload upload, CleanImage image) {
    return Mono.defer(() -> {
      UUID id = Ids.next();
      String key =
          "photos/%s/%s/%s.%s"
              .formatted(upload.dealershipId, upload.vehicleId, id, image.format().extension());
      upload.keys.add(key);
      Photo photo =
          new Photo(
              id,
              upload.dealershipId,
              upload.vehicleId,
              key,
              image.file(),
              0,
              false,
              clock.instant().truncatedTo(ChronoUnit.MICROS));
      return bytes.put(key, image).thenReturn(photo);
    });
  }

  private Mono<Vehicle> record(Upload upload, List<Photo> photos) {
    return vehicleStore
        .lock(upload.vehicleId)
        .switchIfEmpty(Mono.error(Vehicles::notFound))
        .flatMap(vehicle ->
            store
                .of(upload.vehicleId)
                .collectList()
                .flatMap(present -> insert(photos, present))
                .flatMap(inserted ->
                    inserted > 0 ? vehicles.touch(vehicle, "images") : Mono.just(vehicle)));
  }

  private Mono<Long> insert(List<Photo> photos, List<Photo> present) {
    int next = present.isEmpty() ? 0 : present.getLast().sortOrder() + 1;
    return Flux.range(0, photos.size())
        .concatMap(i -> store.insert(placed(photos.get(i), next + i, present.isEmpty() && i == 0)))
        .filter(stored -> stored)
        .count()
        .doOnNext(inserted -> {
          if (present.size() + inserted > MAX_PER_VEHICLE) {
            throw ApiException.invalid(
                "images",
                "a vehicle has at most %d photos; this one has %d already"
                    .formatted(MAX_PER_VEHICLE, present.size()));
          }
        });
  }

  private static Photo placed(Photo photo, int sortOrder, boolean primary) {
    return new Photo(
        photo.id(),
        photo.dealershipId(),
        photo.vehicleId(),
        photo.key(),
        photo.file(),
        sortOrder,
        primary,
        photo.createdAt());
  }

  private Mono<Void> removeUnrecorded(Upload upload) {
    if (upload.keys.isEmpty()) {
      return Mono.empty();
    }
    return transactions
        .inTenant(upload.dealershipId, store.recorded(upload.keys))
        .flatMapMany(
            recorded -> Flux.fromIterable(upload.keys).filter(key -> !recorded.contains(key)))
        .concatMap(bytes::delete)
        .then()
        .onErrorResume(error -> {
          LOG.warn("Bytes of photos without a row are left: {}", error.toString());
          return Mono.empty();
        });
  }

  /** Removes a photo; if it was the primary one, the next becomes it. */
  public Mono<Void> remove(UUID dealershipId, UUID vehicleId, UUID photoId) {
    Mono<Photo> row =
        vehicleStore
            .lock(vehicleId)
            .switchIfEmpty(Mono.error(Vehicles::notFound))
            .flatMap(vehicle ->
                store
                    .delete(vehicleId, photoId)
                    .switchIfEmpty(Mono.error(Photos::notFound))
                    .flatMap(photo ->
                        store
                            .promoteFirst(vehicleId)
                            .then(vehicles.touch(vehicle, "images"))
                            .thenReturn(photo)));
    return transactions
        .inTenant(dealershipId, row)
        .flatMap(photo ->
            bytes
                .delete(photo.key())
                .onErrorComplete(error -> {
                  LOG.warn("Bytes of a removed photo are left: {}", error.toString());
                  return true;
                }));
  }

  /** The error for a photo that the vehicle does not have. */
  public static ApiException notFound() {
    return new ApiException(ErrorCode.IMAGE_NOT_FOUND, ErrorCode.IMAGE_NOT_FOUND.title());
  }

  /** What one upload has put into the object store so far. */
  private static final class Upload {
    final UUID dealershipId;
    final UUID vehicleId;
    final List<String> keys = new ArrayList<>();
    volatile boolean recording;

    Upload(UUID dealershipId, UUID vehicleId) {
      this.dealershipId = dealershipId;
      this.vehicleId = vehicleId;
    }
  }
}
