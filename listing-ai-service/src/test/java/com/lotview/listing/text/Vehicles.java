package com.lotview.listing.text;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Vehicles for tests: full facts, and changes of them. */
public final class Vehicles {
  public static final UUID ID = UUID.fromString("0199f2c4-7a3e-7000-8000-000000000002");
  public static final DealershipFacts SMITH =
      new DealershipFacts("Smith Auto", "Denver", "CO", "+1 303 555 0100");

  /** A clean title and one owner, as the stock's cells say it. */
  public static final Map<String, Saying> HISTORY =
      Map.of(
          "title", Saying.of("CLEAN", "cleanTitle", "true"),
          "owners", Saying.of("ONE", "Features", "One Owner"));

  private Vehicles() {}

  public static VehicleFacts camry() {
    return camry(List.of("Backup Camera", "Bluetooth", "Lane Departure Warning"), "One owner");
  }

  public static VehicleFacts camry(List<String> features, String notes) {
    return new VehicleFacts(
        ID,
        "A1234",
        null,
        2021,
        "Toyota",
        "Camry",
        "SE",
        34500,
        "Celestial Silver Metallic",
        "Black",
        "Sedan",
        "FWD",
        "8-Speed Automatic",
        "2.5L I4",
        "Gas",
        "USED",
        null,
        true,
        2499900L,
        features,
        notes,
        HISTORY);
  }

  public static VehicleFacts bare(int year, String make, String model) {
    return new VehicleFacts(
        ID, "B1", null, year, make, model, null, null, null, null, null, null, null, null, null,
        null, null, null, null, List.of(), null, null);
  }

  public static ListingBrief brief(VehicleFacts vehicle) {
    return new ListingBrief(vehicle, SMITH, 1000, Tone.PROFESSIONAL, null);
  }
}
