package com.lotview.posting.posting;

import com.lotview.contracts.DistanceUnit;
import com.lotview.posting.dispatch.AccountRef;
import com.lotview.posting.id.DealershipId;
import com.lotview.posting.id.FbAccountId;
import com.lotview.posting.posting.lifecycle.PostingLifecycle;
import com.lotview.posting.posting.lifecycle.PostingStatus;
import com.lotview.posting.posting.model.ListingSnapshot;
import com.lotview.posting.posting.model.ListingText;
import com.lotview.posting.posting.model.Place;
import com.lotview.posting.posting.model.Posting;
import com.lotview.posting.vehicle.Dealership;
import com.lotview.posting.vehicle.Photo;
import com.lotview.posting.vehicle.StockedVehicle;
import com.lotview.posting.vehicle.VehicleFacts;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Postings and vehicles for tests, complete by default. */
public final class Postings {
  public static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  private Postings() {}

  public static Posting in(PostingStatus status) {
    return in(status, 2, 0);
  }

  public static Posting in(PostingStatus status, int attempts, int failures) {
    return new Posting(
        UUID.randomUUID(),
        new Posting.Origin(
            new AccountRef(new DealershipId(UUID.randomUUID()), new FbAccountId(UUID.randomUUID())),
            UUID.randomUUID(),
            UUID.randomUUID(),
            null,
            "LV-7Q4K9",
            null,
            NOW),
        new PostingLifecycle(
            status, attempts, failures, status == PostingStatus.POSTING, 1, 1, null, false),
        new Posting.Content(
            new ListingSnapshot(
                camry(), List.of(photo()), dealership(), new Place("Denver", "CO"), null),
            new ListingText("Camry", "A good car", "built-in")),
        Posting.Findings.NONE,
        null,
        NOW);
  }

  public static StockedVehicle stocked() {
    return new StockedVehicle("ACTIVE", null, camry(), List.of(photo()));
  }

  public static VehicleFacts camry() {
    return new VehicleFacts(
        UUID.randomUUID(),
        "A1",
        null,
        2021,
        "Toyota",
        "Camry",
        null,
        34500,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        "USED",
        null,
        null,
        2499900L,
        List.of(),
        null,
        null,
        null,
        null,
        null);
  }

  /** The same vehicle with its price in that currency. */
  public static VehicleFacts priced(VehicleFacts v, String currency) {
    return with(v, v.mileage(), v.priceCents(), currency, null, null);
  }

  /** The same vehicle without a price. */
  public static VehicleFacts unpriced(VehicleFacts v) {
    return with(v, v.mileage(), null, null, null, null);
  }

  /** The same vehicle with that mileage. */
  public static VehicleFacts driven(
      VehicleFacts v, int miles, Integer odometer, DistanceUnit unit) {
    return with(v, miles, v.priceCents(), v.priceCurrency(), odometer, unit);
  }

  private static VehicleFacts with(
      VehicleFacts v,
      Integer miles,
      Long price,
      String currency,
      Integer odometer,
      DistanceUnit unit) {
    return new VehicleFacts(
        v.id(),
        v.stockNumber(),
        v.vin(),
        v.year(),
        v.make(),
        v.model(),
        v.trim(),
        miles,
        v.exteriorColor(),
        v.interiorColor(),
        v.bodyStyle(),
        v.drivetrain(),
        v.transmission(),
        v.engine(),
        v.fuelType(),
        v.condition(),
        v.conditionGrade(),
        v.cleanTitle(),
        price,
        v.features(),
        v.notes(),
        v.meaning(),
        currency,
        odometer,
        unit);
  }

  public static VehicleFacts empty() {
    return new VehicleFacts(
        UUID.randomUUID(),
        "A1",
        null,
        null,
        " ",
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  public static Dealership dealership() {
    return new Dealership(UUID.randomUUID(), "Smith Auto", "Denver", "CO", null);
  }

  static Photo photo() {
    return new Photo(UUID.randomUUID(), "9f", "image/jpeg", 10);
  }
}
