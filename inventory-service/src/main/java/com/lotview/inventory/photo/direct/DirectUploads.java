package com.lotview.inventory.photo.direct;

import com.lotview.contracts.ErrorCode;
import com.lotview.inventory.photo.Photos;
import com.lotview.inventory.photo.PictureReader;
import com.lotview.inventory.photo.picture.UnusableImageException;
import com.lotview.inventory.vehicle.Vehicles;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.id.Ids;
import com.lotview.kit.security.Caller;
import com.lotview.kit.tenant.TenantTransactions;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Photos in two steps: a client gets a signed link, sends the file to the object store, and
 * confirms it. What was sent becomes a photo only then: it is read, rewritten and checked like any
 * other.
 */
@Service
public class DirectUploads {
  /** Bytes of a file at most. */
  public static final int MAX_BYTES = 10 * 1024 * 1024;

  static final Duration LINK_LIFE = Duration.ofMinutes(15);

  private final DirectUploadStore store;
  private final UploadedBytes uploaded;
  private final PictureReader pictures;
  private final Photos photos;
  private final Vehicles vehicles;
  private final TenantTransactions transactions;
  private final Clock clock;

  DirectUploads(
      DirectUploadStore store,
      UploadedBytes uploaded,
      PictureReader pictures,
      Photos photos,
      Vehicles vehicles,
      TenantTransactions transactions,
      Clock clock) {
    this.store = store;
    this.uploaded = uploaded;
    this.pictures = pictures;
    this.photos = photos;
    this.vehicles = vehicles;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** A link for one file. */
  public record Opened(UUID id, URI url, Duration life) {}

  /**
   * Opens an upload for a vehicle.
   *
   * @param contentType of the file; the client must send it
   * @param bytes exactly how many the client will send
   */
  public Mono<Opened> open(Caller caller, UUID vehicleId, String contentType, int bytes) {
    check(contentType, bytes);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    DirectUpload upload =
        new DirectUpload(Ids.next(), caller.dealershipId(), vehicleId, now.plus(LINK_LIFE), false);
    return vehicles
        .get(caller.dealershipId(), vehicleId)
        .then(transactions.inTenant(caller.dealershipId(), add(upload, now)))
        .then(
            Mono.fromSupplier(() ->
                new Opened(
                    upload.id(),
                    uploaded.link(upload.key(), contentType, bytes, LINK_LIFE),
                    LINK_LIFE)));
  }

  private Mono<Void> add(DirectUpload upload, Instant now) {
    return store
        .open(upload.vehicleId(), now)
        .flatMap(open ->
            open < Photos.MAX_PER_VEHICLE
                ? store.add(upload)
                : Mono.error(
                    new RefusalException(
                        ErrorCode.RATE_LIMITED,
                        "The vehicle has %d uploads that are open; confirm them, or wait until they"
                                .formatted(open)
                            + " expire")));
  }

  private void check(String contentType, int bytes) {
    List<String> types = pictures.contentTypes();
    if (!types.contains(contentType)) {
      throw RefusalException.invalid("contentType", "is none of " + String.join(", ", types));
    }
    if (bytes < 1) {
      throw RefusalException.invalid("bytes", "is not positive");
    }
    if (bytes > MAX_BYTES) {
      throw new RefusalException(ErrorCode.PAYLOAD_TOO_LARGE, "Send at most 10 MB a file");
    }
  }

  /** Takes what was sent as a photo of the vehicle; may be repeated. */
  public Mono<Void> confirm(Caller caller, UUID vehicleId, UUID id) {
    return transactions
        .inTenant(caller.dealershipId(), store.find(vehicleId, id))
        .switchIfEmpty(Mono.error(Photos::notFound))
        .filter(upload -> !upload.confirmed())
        .flatMap(upload -> take(caller, upload));
  }

  private Mono<Void> take(Caller caller, DirectUpload upload) {
    return uploaded
        .get(upload.key())
        .switchIfEmpty(
            Mono.error(
                () -> RefusalException.invalid("upload", "no file has been sent to the link yet")))
        .flatMap(pictures::read)
        .onErrorMap(
            UnusableImageException.class,
            e -> RefusalException.invalid("upload", String.valueOf(e.getMessage())))
        .flatMap(picture -> photos.add(caller, upload.vehicleId(), Flux.just(picture)))
        .then(
            Mono.defer(
                () -> transactions.inTenant(upload.dealershipId(), store.confirm(upload.id()))))
        // Left to the sweep if the store does not answer now.
        .then(Mono.defer(() -> uploaded.delete(upload.key()).onErrorComplete()));
  }
}
