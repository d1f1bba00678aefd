package com.lotview.inventory.photo.fetch;

import com.lotview.inventory.photo.FetchedPhotos;
import com.lotview.inventory.photo.PictureReader;
import com.lotview.inventory.photo.fetch.PhotoAddress.Version;
import com.lotview.inventory.photo.fetch.PhotoSource.Content;
import com.lotview.inventory.photo.fetch.PhotoSource.Known;
import com.lotview.inventory.photo.fetch.PhotoSource.Refused;
import com.lotview.inventory.photo.fetch.PhotoSource.Unavailable;
import com.lotview.inventory.photo.fetch.PhotoSource.Unchanged;
import com.lotview.inventory.photo.picture.UnusableImageException;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.tenant.TenantTransactions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Makes one attempt at one address. Temporary failures are retried after growing pauses; permanent
 * ones are not.
 */
@Component
class FetchPhoto {
  private static final Logger LOG = LoggerFactory.getLogger(FetchPhoto.class);
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(10),
          Duration.ofHours(1),
          Duration.ofHours(6),
          Duration.ofHours(24));

  private final PhotoSource source;
  private final PictureReader pictures;
  private final FetchedPhotos photos;
  private final AddressStore store;
  private final TenantTransactions transactions;
  private final Clock clock;

  FetchPhoto(
      PhotoSource source,
      PictureReader pictures,
      FetchedPhotos photos,
      AddressStore store,
      TenantTransactions transactions,
      Clock clock) {
    this.source = source;
    this.pictures = pictures;
    this.photos = photos;
    this.store = store;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Fetches the address and stores the result. */
  Mono<Void> attempt(PhotoAddress address) {
    return source
        .get(address.url(), Known.of(address.known()))
        .flatMap(answer ->
            switch (answer) {
              case Content content -> take(address, content);
              case Unchanged same -> Mono.just(address.fetched(address.known(), address.imageId()));
              case Refused(String reason) -> Mono.just(address.failed(reason));
              case Unavailable(String reason) -> Mono.just(later(address, reason));
            })
        .flatMap(outcome -> transactions.inTenant(address.dealershipId(), store.update(outcome)));
  }

  private Mono<PhotoAddress> take(PhotoAddress address, Content content) {
    return pictures
        .read(content.bytes())
        .flatMap(picture -> photos.place(place(address, content.version().version()), picture))
        .map(Optional::of)
        .defaultIfEmpty(Optional.empty())
        .map(image -> address.fetched(content.version().version(), image.orElse(null)))
        .onErrorResume(
            UnusableImageException.class,
            error -> Mono.just(address.failed(String.valueOf(error.getMessage()))))
        .onErrorResume(error -> Mono.just(unstored(address, error)));
  }

  private PhotoAddress unstored(PhotoAddress address, Throwable error) {
    if (error instanceof RefusalException refusal && refusal.code().status() < 500) {
      return address.failed(String.valueOf(refusal.getMessage()));
    }
    LOG.warn("A photo of vehicle {} was not stored: {}", address.vehicleId(), error.toString());
    return later(address, "could not be stored");
  }

  private FetchedPhotos.Place place(PhotoAddress address, Version version) {
    Mono<Set<UUID>> later =
        store
            .of(address.vehicleId())
            .filter(other -> other.position() > address.position())
            .mapNotNull(PhotoAddress::imageId)
            .collect(Collectors.toSet());
    return new FetchedPhotos.Place(
        address.dealershipId(),
        address.vehicleId(),
        address.imageId(),
        later,
        id -> store.update(address.fetched(version, id)));
  }

  private PhotoAddress later(PhotoAddress address, String reason) {
    return address.attempts() > PAUSES.size()
        ? address.failed(reason)
        : address.postponed(clock.instant().plus(PAUSES.get(address.attempts() - 1)), reason);
  }
}
