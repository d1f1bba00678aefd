package com.lotview.inventory.vehicle.web;

import com.lotview.inventory.photo.PhotoLinks;
import com.lotview.inventory.photo.PhotoLinks.LinkedPhoto;
import com.lotview.inventory.photo.fetch.PhotoAddresses;
import com.lotview.inventory.posting.VehiclePosting;
import com.lotview.inventory.posting.VehiclePostings;
import com.lotview.inventory.vehicle.Vehicle;
import com.lotview.inventory.vehicle.history.VehicleHistory;
import com.lotview.inventory.vehicle.history.VehicleHistory.PriceChange;
import com.lotview.inventory.vehicle.web.VehicleAnswer.Around;
import com.lotview.inventory.vehicle.web.VehicleAnswer.View;
import com.lotview.kit.tenant.TenantTransactions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Vehicles together with their photos and their latest postings. */
@Component
class VehicleCards {
  private final PhotoLinks photos;
  private final PhotoAddresses addresses;
  private final VehiclePostings postings;
  private final VehicleHistory history;
  private final TenantTransactions transactions;

  VehicleCards(
      PhotoLinks photos,
      PhotoAddresses addresses,
      VehiclePostings postings,
      VehicleHistory history,
      TenantTransactions transactions) {
    this.photos = photos;
    this.addresses = addresses;
    this.postings = postings;
    this.history = history;
    this.transactions = transactions;
  }

  /** The vehicle with all its photos. */
  Mono<VehicleAnswer> whole(Vehicle vehicle, View view) {
    UUID dealership = vehicle.dealershipId();
    return Mono.zip(
            photos.of(dealership, vehicle.id()),
            addresses
                .progress(dealership, vehicle.id())
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty()),
            postings(dealership, List.of(vehicle.id())),
            prices(dealership, List.of(vehicle.id())))
        .map(found -> {
          List<LinkedPhoto> all = found.getT1();
          VehiclePosting posting = found.getT3().get(vehicle.id());
          Around around =
              new Around(
                  all,
                  all.size(),
                  found.getT2().orElse(null),
                  posting,
                  found.getT4().get(vehicle.id()));
          return VehicleAnswer.of(vehicle, around, view);
        });
  }

  /** Vehicles of one dealership, each with its primary photo. */
  Mono<List<VehicleAnswer>> of(List<Vehicle> vehicles, View view) {
    if (vehicles.isEmpty()) {
      return Mono.just(List.of());
    }
    UUID dealership = vehicles.getFirst().dealershipId();
    List<UUID> ids = vehicles.stream().map(Vehicle::id).toList();
    return photos
        .primaryOf(dealership, ids)
        .flatMap(photo ->
            postings(dealership, ids)
                .zipWith(
                    prices(dealership, ids), (posting, price) -> new Found(photo, posting, price)))
        .map(found ->
            vehicles.stream()
                .map(vehicle -> {
                  UUID id = vehicle.id();
                  Around around = found.around(id);
                  return VehicleAnswer.of(vehicle, around, view);
                })
                .toList());
  }

  private Mono<Map<UUID, VehiclePosting>> postings(UUID dealership, List<UUID> vehicles) {
    return transactions.inTenant(dealership, postings.of(vehicles));
  }

  private Mono<Map<UUID, PriceChange>> prices(UUID dealership, List<UUID> vehicles) {
    return transactions.inTenant(dealership, history.latestPrices(vehicles));
  }

  /** What belongs to the vehicles of a list. */
  private record Found(
      Map<UUID, PhotoLinks.Primary> photos,
      Map<UUID, VehiclePosting> postings,
      Map<UUID, PriceChange> prices) {
    Around around(UUID id) {
      PhotoLinks.Primary primary = photos.get(id);
      LinkedPhoto photo = primary == null ? null : primary.photo();
      return new Around(
          photo == null ? List.of() : List.of(photo),
          primary == null ? 0 : primary.count(),
          null,
          postings.get(id),
          prices.get(id));
    }
  }
}
