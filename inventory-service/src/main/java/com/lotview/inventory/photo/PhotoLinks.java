package com.lotview.inventory.photo;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.lotview.kit.tenant.TenantTransactions;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
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

  /** A photo as people get it. */
  public record LinkedPhoto(
      UUID id,
      URI url,
      int sortOrder,
      @JsonProperty("isPrimary") boolean primary,
      String contentType,
      int bytes,
      int width,
      int height,
      String sha256,
      Instant createdAt) {}

  /** The primary photo of a vehicle, and how many it has. */
  public record Primary(LinkedPhoto photo, int count) {}

  /** Photos of a vehicle in their order. */
  public Mono<List<LinkedPhoto>> of(UUID dealershipId, UUID vehicleId) {
    return rows(dealershipId, vehicleId).map(rows -> rows.stream().map(this::linked).toList());
  }

  /** The same without links. */
  public Mono<List<Photo>> rows(UUID dealershipId, UUID vehicleId) {
    return transactions.inTenant(dealershipId, store.of(vehicleId).collectList());
  }

  /** The primary photo of each vehicle that has photos. */
  public Mono<Map<UUID, Primary>> primaryOf(UUID dealershipId, Collection<UUID> vehicleIds) {
    return transactions
        .inTenant(dealershipId, store.primaryOf(vehicleIds))
        .map(found ->
            found.entrySet().stream()
                .collect(
                    Collectors.toMap(
                        Map.Entry::getKey,
                        e -> new Primary(linked(e.getValue().photo()), e.getValue().count()))));
  }

  /** A link to one photo. */
  public URI link(Photo photo) {
    return bytes.link(photo.key());
  }

  private LinkedPhoto linked(Photo photo) {
    PhotoFile file = photo.file();
    return new LinkedPhoto(
        photo.id(),
        link(photo),
        photo.sortOrder(),
        photo.primary(),
        file.contentType(),
        file.bytes(),
        file.width(),
        file.height(),
        file.sha256(),
        photo.createdAt());
  }
}
