package com.lotview.inventory.feedout.format;

import com.lotview.inventory.vehicle.Vehicle;
import com.lotview.inventory.vehicle.VehicleDraft;
import com.lotview.inventory.vehicle.VehicleRules;
import com.lotview.inventory.vehicle.VehicleStatus;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Vehicles for feeds, made by the rules that the service has. */
final class Cars {
  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-29T12:00:00Z"), ZoneOffset.UTC);
  static final FeedDealer DEALER =
      new FeedDealer(
          "smith",
          "Smith Auto",
          "1 Main St",
          "Denver",
          "CO",
          "80202",
          "US",
          "+1 303 555 0100",
          "https://smith-auto.example");
  private static final JsonMapper JSON = JsonMapper.shared();

  private Cars() {}

  /** A vehicle described by the JSON. */
  static Vehicle vehicle(String json) {
    VehicleDraft draft = JSON.readValue(json.replace('\'', '"'), VehicleDraft.class);
    return new Vehicle(
        UUID.randomUUID(),
        UUID.randomUUID(),
        new VehicleRules(CLOCK).check(draft).orThrow().facts(),
        VehicleStatus.ACTIVE,
        1,
        CLOCK.instant(),
        CLOCK.instant());
  }

  static Offer offer(String json, int photos) {
    return offer(vehicle(json), photos, URI.create("https://smith-auto.example/cars/1"));
  }

  static Offer offer(Vehicle vehicle, int photos, @Nullable URI page) {
    List<URI> addresses =
        IntStream.range(0, photos)
            .mapToObj(
                i -> URI.create("https://lots.example/feeds/photos/k/" + vehicle.id() + i + ".jpg"))
            .toList();
    return new Offer(vehicle, addresses, page, DEALER);
  }
}
