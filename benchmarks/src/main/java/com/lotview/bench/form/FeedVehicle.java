package com.lotview.bench.form;

import com.lotview.contracts.DistanceUnit;
import com.lotview.contracts.Market;
import com.lotview.form.mapping.ListingOrder;
import com.lotview.form.mapping.OrderPhoto;
import com.lotview.form.mapping.Reading;
import com.lotview.inventory.vehicle.VehicleFacts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A vehicle of a dealer's file, with the values that a person of the dealership adds before it is
 * posted.
 *
 * @param file its source
 * @param facts with the added values, and their meaning by the inventory's reader
 * @param grade added, because no file has one
 */
public record FeedVehicle(String file, VehicleFacts facts, String grade) {

  public String name() {
    return facts.year() + " " + facts.make() + " " + facts.model();
  }

  public boolean cleanTitle() {
    return Boolean.TRUE.equals(facts.cleanTitle());
  }

  public long priceCents() {
    return Objects.requireNonNull(facts.price(), "a vehicle without a price is no case");
  }

  public long priceDollars() {
    return Math.floorDiv(priceCents() + 50, 100);
  }

  public ListingOrder order(String marker, String location, List<OrderPhoto> photos) {
    return order(marker, location, photos, facts.mileage(), null);
  }

  /** For an account in that market: the mileage is in its unit. */
  public ListingOrder in(Market market, String marker, String location, List<OrderPhoto> photos) {
    Integer written = facts.odometer() == null ? facts.mileage() : facts.odometer();
    DistanceUnit unit = facts.odometer() == null ? DistanceUnit.MI : DistanceUnit.KM;
    Integer mileage =
        written == null ? null : Integer.valueOf((int) unit.to(market.distanceUnit(), written));
    return order(marker, location, photos, mileage, market);
  }

  private ListingOrder order(
      String marker,
      String location,
      List<OrderPhoto> photos,
      @Nullable Integer mileage,
      @Nullable Market market) {
    return new ListingOrder(
        facts.year(),
        facts.make(),
        facts.model(),
        facts.trim(),
        facts.vin(),
        mileage,
        priceCents(),
        facts.bodyStyle(),
        facts.exteriorColor(),
        facts.interiorColor(),
        grade,
        facts.fuelType(),
        facts.transmission(),
        facts.cleanTitle(),
        description(marker),
        marker,
        location,
        photos,
        meaning(facts),
        market);
  }

  /** The meaning of the facts by the inventory's reader, in the form of an order. */
  public static Map<String, Reading> meaning(VehicleFacts facts) {
    Map<String, Reading> meaning = new HashMap<>();
    facts
        .meaning()
        .readings()
        .forEach((kind, read) -> {
          Reading reading =
              new Reading(read.value(), read.not(), read.both(), read.column(), read.cell());
          meaning.put(kind, reading);
        });
    return meaning;
  }

  /** Several lines, bullets and a picture sign, as dealers write. */
  public String description(String marker) {
    String about =
        List.of(
                line("Engine", facts.engine()),
                line("Drive", facts.drivetrain()),
                line("Stock number", facts.stockNumber()))
            .stream()
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining("\n"));
    String features =
        facts.features().stream()
            .limit(6)
            .map(one -> "• " + one + "\n")
            .collect(Collectors.joining());
    return name() + " \uD83D\uDE97\n\n" + about + "\n" + features + "\nRef " + marker;
  }

  private static String line(String label, @Nullable String text) {
    return text == null || text.isBlank() ? "" : label + ": " + text.strip();
  }
}
