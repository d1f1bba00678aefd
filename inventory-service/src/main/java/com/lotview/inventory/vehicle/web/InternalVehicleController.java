package com.lotview.inventory.vehicle.web;

import com.lotview.inventory.photo.Photo;
import com.lotview.inventory.photo.PhotoLinks;
import com.lotview.inventory.vehicle.VehicleStore;
import com.lotview.inventory.vehicle.Vehicles;
import com.lotview.inventory.vehicle.messaging.VehicleBody;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Vehicles for other services, which name the dealership they act for. */
@RestController
@RequestMapping("/internal/vehicles")
class InternalVehicleController {
  private static final String DEALERSHIP = "X-Dealership-Id";

  private static final int MOST_IDS = 500;
  private static final int MOST_ON_LOT = 20_000;

  private final Vehicles vehicles;
  private final PhotoLinks photos;
  private final ListRequests requests;

  InternalVehicleController(Vehicles vehicles, PhotoLinks photos, ListRequests requests) {
    this.vehicles = vehicles;
    this.photos = photos;
    this.requests = requests;
  }

  /** Ids of the vehicles that {@code GET /v1/vehicles} would show, in its order. */
  @GetMapping("/ids")
  Mono<Ids> ids(@RequestHeader(DEALERSHIP) UUID dealership, VehicleListParameters parameters) {
    return requests
        .first(dealership, parameters, MOST_IDS + 1)
        .flatMap(asked -> vehicles.ids(dealership, asked.query()))
        .map(ids ->
            new Ids(ids.size() > MOST_IDS ? ids.subList(0, MOST_IDS) : ids, ids.size() > MOST_IDS));
  }

  /** Vehicles on the lot (ACTIVE or PENDING) that came before a day, longest there first. */
  @GetMapping("/on-lot")
  Mono<OnLot> onLot(@RequestHeader(DEALERSHIP) UUID dealership, @RequestParam LocalDate before) {
    return vehicles.onLot(dealership, before, MOST_ON_LOT).map(OnLot::new);
  }

  @GetMapping("/{id}")
  Mono<Answer> get(@RequestHeader(DEALERSHIP) UUID dealership, @PathVariable String id) {
    return vehicles
        .get(dealership, PathIds.vehicle(id))
        .flatMap(vehicle ->
            photos
                .rows(dealership, vehicle.id())
                .map(rows ->
                    new Answer(
                        vehicle.status().name(),
                        vehicle.facts().lotDate(),
                        VehicleBody.of(vehicle),
                        rows.stream().map(PhotoFacts::of).toList())));
  }

  @GetMapping("/{id}/photos")
  Mono<Photos> photos(@RequestHeader(DEALERSHIP) UUID dealership, @PathVariable String id) {
    return vehicles
        .get(dealership, PathIds.vehicle(id))
        .flatMap(vehicle -> photos.rows(dealership, vehicle.id()))
        .map(rows ->
            new Photos(rows.stream().map(row -> LinkedFacts.of(row, photos.link(row))).toList()));
  }

  /**
   * Ids of vehicles.
   *
   * @param more whether there are more than these
   */
  record Ids(List<UUID> ids, boolean more) {}

  /** The 20,000 that are there longest. */
  record OnLot(List<VehicleStore.OnLot> vehicles) {}

  /**
   * A vehicle and which photos it has, in their order.
   *
   * @param lotDate since when it is on the lot; null: not known
   */
  record Answer(
      String status, @Nullable LocalDate lotDate, VehicleBody vehicle, List<PhotoFacts> photos) {}

  /** Photos with links, in their order. */
  record Photos(List<LinkedFacts> photos) {}

  /** What a photo is. */
  record PhotoFacts(UUID id, String sha256, String contentType, int bytes) {
    static PhotoFacts of(Photo photo) {
      return new PhotoFacts(
          photo.id(), photo.file().sha256(), photo.file().contentType(), photo.file().bytes());
    }
  }

  /** What a photo is, and where to get it for an hour. */
  record LinkedFacts(UUID id, String sha256, String contentType, int bytes, URI url) {
    static LinkedFacts of(Photo photo, URI url) {
      return new LinkedFacts(
          photo.id(), photo.file().sha256(), photo.file().contentType(), photo.file().bytes(), url);
    }
  }
}
