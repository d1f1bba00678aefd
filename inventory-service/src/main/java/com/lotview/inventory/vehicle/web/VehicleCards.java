package com.lotview.inventory.vehicle.web;

import com.lotview.inventory.photo.PhotoLinks;
import com.lotview.inventory.photo.PhotoLinks.LinkedPhoto;
import com.lotview.inventory.photo.fetch.PhotoAddresses;
import com.lotview.inventory.posting.VehiclePosting;
import com.lotview.inventory.posting.VehiclePostings;
import com.lotview.inventory.vehicle.Vehicle;
import com.lotview.inventory.vehicle.web.VehicleAnswer.Around;
import com.lotview.inventory.vehicle.web.VehicleAnswer.View;
import com.lotview.kit.tenant.TenantTransactions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Vehicles together with their photos and their latest postings. */
@Component
class VehicleCards {
  private final PhotoLinks photos;
  private final PhotoAddresses addresses;
  private final VehiclePostings postings;
  private final TenantTransactions transactions;

  VehicleCards(
      PhotoLinks photos,
      PhotoAddresses addresses,
      VehiclePostings postings,
      TenantTransactions transactions) {
    this.photos = photos;
    this.addresses = addresses;
    this.postings = postings;
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
            postings(dealership, List.of(vehicle.id())))
        .map(found -> {
          List<LinkedPhoto> all = found.getT1();
          VehiclePosting posting = found.getT3().get(vehicle.id());
          Around around = new Around(all, all.size(), found.getT2().orElse(null), posting);
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
        .zipWhen(all -> postings(dealership, ids))
        .map(found ->
            vehicles.stream()
                .map(vehicle -> {
                  UUID id = vehicle.id();
                  Around around = around(found.getT1().get(id), found.getT2().get(id));
                  return VehicleAnswer.of(vehicle, around, view);
                })
                .toList());
  }

  private Mono<Map<UUID, VehiclePosting>> postings(UUID dealership, List<UUID> vehicles) {
    return transactions.inTenant(dealership, postings.of(vehicles));
  }

  private static Around around(
      PhotoLinks.@Nullable Primary primary, @Nullable VehiclePosting posting) {
    if (primary == null) {
      return new Around(List.of(), 0, null, posting);
    }
    LinkedPhoto photo = primary.photo();
    return new Around(photo == null ? List.of() : List.of(photo), primary.count(), null, posting);
  }
}
