package com.lotview.inventory.photo;

import com.lotview.inventory.photo.picture.Picture;
import com.lotview.kit.id.Ids;
import com.lotview.kit.tenant.TenantTransactions;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Stores bytes first and rows after, in one transaction for a whole upload: either all of it is
 * there or none. Bytes that got no row are removed again; if the process dies in between, private
 * bytes without a row are left, never a row without bytes.
 */
@Component
class Uploads {
  private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);

  private final PhotoStore store;
  private final PhotoBytes bytes;
  private final TenantTransactions transactions;
  private final Clock clock;

  Uploads(PhotoStore store, PhotoBytes bytes, TenantTransactions transactions, Clock clock) {
    this.store = store;
    this.bytes = bytes;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Stores pictures for a vehicle.
   *
   * @param record writes the rows of the photos, or some of them, in a transaction
   */
  <T> Mono<T> run(
      UUID dealershipId,
      UUID vehicleId,
      Flux<Picture> pictures,
      Function<List<Photo>, Mono<T>> record) {
    return Mono.usingWhen(
        Mono.fromSupplier(() -> new Upload(dealershipId, vehicleId)),
        upload -> store(upload, pictures, record),
        this::removeUnrecorded,
        (upload, error) -> removeUnrecorded(upload),
        // Once the writing of rows has begun, its result is unknown, so the bytes stay.
        upload -> upload.recording ? Mono.empty() : removeUnrecorded(upload));
  }

  private <T> Mono<T> store(
      Upload upload, Flux<Picture> pictures, Function<List<Photo>, Mono<T>> record) {
    return pictures
        .concatMap(picture -> put(upload, picture), 1)
        .collectList()
        .flatMap(photos -> {
          upload.recording = true;
          return transactions.inTenant(upload.dealershipId, record.apply(photos));
        });
  }

  private Mono<Photo> put(Upload upload, Picture picture) {
    return Mono.defer(() -> {
      UUID id = Ids.next();
      String key = "photos/%s/%s/%s.jpg".formatted(upload.dealershipId, upload.vehicleId, id);
      upload.keys.add(key);
      Photo photo =
          new Photo(
              id,
              upload.dealershipId,
              upload.vehicleId,
              key,
              PhotoFile.of(picture.whole()),
              picture.look(),
              0,
              false,
              picture.look().plain() ? PhotoFlag.PLAIN : null,
              clock.instant().truncatedTo(ChronoUnit.MICROS));
      return bytes.put(key, picture).thenReturn(photo);
    });
  }

  private Mono<Void> removeUnrecorded(Upload upload) {
    if (upload.keys.isEmpty()) {
      return Mono.empty();
    }
    return transactions
        .inTenant(upload.dealershipId, store.recorded(upload.keys))
        .flatMapMany(
            recorded -> Flux.fromIterable(upload.keys).filter(key -> !recorded.contains(key)))
        .concatMap(bytes::deleteAll)
        .then()
        .onErrorResume(error -> {
          LOG.warn("Bytes of photos without a row are left: {}", error.toString());
          return Mono.empty();
        });
  }

  /** Removes the bytes of a photo whose row is gone; they are left if the store does not answer. */
  Mono<Void> forget(Photo photo) {
    return bytes
        .deleteAll(photo.key())
        .onErrorComplete(error -> {
          LOG.warn("Bytes of a removed photo are left: {}", error.toString());
          return true;
        });
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
