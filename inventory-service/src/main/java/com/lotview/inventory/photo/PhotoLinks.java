package com.lotview.inventory.photo;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.lotview.kit.tenant.TenantTransactions;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Photos for readers, with links that work for an hour. */
@Service
public class PhotoLinks {
  private final PhotoStore store;
  private final PhotoBytes bytes;
  private final TenantTransactions transactions;

  PhotoLinks(PhotoStore store, PhotoBytes bytes, TenantTransactions transactions) {
    this.store = store;
    this.bytes = bytes;
    this.transactions = transactions;
  }

  /**
   * A photo as people get it, with links to each of its sizes.
   *
   * @param flag why it is taken for a placeholder, shown and posted last
   */
  public record LinkedPhoto(
      UUID id,
      URI url,
      URI thumbnailUrl,
      URI listUrl,
      int sortOrder,
      @JsonProperty("isPrimary") boolean primary,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable PhotoFlag flag,
      String contentType,
      int bytes,
      int width,
      int height,
      String sha256,
      Instant createdAt) {}

  /** The primary photo of a vehicle, if it has one, and how many photos it has. */
  public record Primary(@Nullable LinkedPhoto photo, int count) {}

  /** Photos of a vehicle in their order. */
  public Mono<List<LinkedPhoto>> of(UUID dealershipId, UUID vehicleId) {
    return rows(dealershipId, vehicleId).map(rows -> rows.stream().map(this::linked).toList());
  }

  /** The same without links. */
  public Mono<List<Photo>> rows(UUID dealershipId, UUID vehicleId) {
    return transactions.inTenant(dealershipId, store.of(vehicleId).collectList());
  }

  /** One photo of a vehicle with its bytes; empty if the vehicle has none of that id. */
  public Mono<Whole> whole(UUID dealershipId, UUID vehicleId, UUID photoId) {
    return rows(dealershipId, vehicleId)
        .flatMapIterable(rows -> rows)
        .filter(photo -> photo.id().equals(photoId))
        .next()
        .flatMap(photo ->
            bytes.get(photo.key(PhotoSize.WHOLE)).map(content -> new Whole(photo.file(), content)));
  }

  /** A photo's bytes as they are posted. */
  @SuppressWarnings("ArrayRecordComponent") // Handed on once; never compared or changed.
  public record Whole(PhotoFile file, byte[] content) {}

  /** The primary photo and the number of photos of each vehicle that has any. */
  public Mono<Map<UUID, Primary>> primaryOf(UUID dealershipId, Collection<UUID> vehicleIds) {
    return transactions
        .inTenant(dealershipId, store.primaryOf(vehicleIds))
        .map(found ->
            found.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> primary(e.getValue()))));
  }

  private Primary primary(PhotoStore.Counted found) {
    Photo photo = found.photo();
    return new Primary(photo == null ? null : linked(photo), found.count());
  }

  /** A link to one photo. */
  public URI link(Photo photo) {
    return link(photo, PhotoSize.WHOLE);
  }

  private URI link(Photo photo, PhotoSize size) {
    String key = photo.key(size);
    return bytes.link(
        key, "photo-%d%s".formatted(photo.sortOrder() + 1, key.substring(key.lastIndexOf('.'))));
  }

  private LinkedPhoto linked(Photo photo) {
    PhotoFile file = photo.file();
    return new LinkedPhoto(
        photo.id(),
        link(photo),
        link(photo, PhotoSize.THUMBNAIL),
        link(photo, PhotoSize.LIST),
        photo.sortOrder(),
        photo.primary(),
        photo.flag(),
        file.contentType(),
        file.bytes(),
        file.width(),
        file.height(),
        file.sha256(),
        photo.createdAt());
  }
}
