package com.lotview.worker.marketplace;

import com.lotview.contracts.Market;
import com.lotview.form.mapping.ListingOrder;
import com.lotview.form.mapping.OrderPhoto;
import com.lotview.form.mapping.Reading;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Orders for tests: a good one, and ways to spoil it. */
public final class Orders {

  public static final String MARKER = "LV-7Q4K9";

  private Orders() {}

  public static ListingOrder truck(List<OrderPhoto> photos) {
    return new ListingOrder(
        2019,
        "Chevy",
        "Silverado 1500 LT",
        "LT",
        null,
        45210,
        18_990_49,
        "4WD Crew Cab 147\"",
        "Agate Black Metallic",
        "Pearl Beige",
        "Very good",
        "E85 Flex Fuel",
        "6-Speed Manual",
        true,
        "One owner, clean truck \uD83D\uDE9A.\nCall us any time.\n\n\u2022 Leather seats\nRef "
            + MARKER,
        MARKER,
        "Denver, CO",
        photos,
        Cells.of("4WD Crew Cab 147\"", "E85 Flex Fuel", "6-Speed Manual", true),
        null);
  }

  /** The same order under another reference. */
  public static ListingOrder marked(ListingOrder order, String marker) {
    return new ListingOrder(
        order.year(),
        order.make(),
        order.model(),
        order.trim(),
        order.vin(),
        order.mileage(),
        order.priceCents(),
        order.bodyStyle(),
        order.exteriorColor(),
        order.interiorColor(),
        order.condition(),
        order.fuelType(),
        order.transmission(),
        order.cleanTitle(),
        order.description().replace(order.marker(), marker),
        marker,
        order.location(),
        order.photos(),
        order.meaning(),
        null);
  }

  /** The same order with a VIN. */
  public static ListingOrder identified(ListingOrder order, String vin) {
    return new ListingOrder(
        order.year(),
        order.make(),
        order.model(),
        order.trim(),
        vin,
        order.mileage(),
        order.priceCents(),
        order.bodyStyle(),
        order.exteriorColor(),
        order.interiorColor(),
        order.condition(),
        order.fuelType(),
        order.transmission(),
        order.cleanTitle(),
        order.description(),
        order.marker(),
        order.location(),
        order.photos(),
        order.meaning(),
        null);
  }

  /** The same order at that price in that market. */
  public static ListingOrder there(
      ListingOrder order, long price, Market market, List<OrderPhoto> photos) {
    return new ListingOrder(
        order.year(),
        order.make(),
        order.model(),
        order.trim(),
        order.vin(),
        order.mileage(),
        price * 100,
        order.bodyStyle(),
        order.exteriorColor(),
        order.interiorColor(),
        order.condition(),
        order.fuelType(),
        order.transmission(),
        order.cleanTitle(),
        order.description(),
        order.marker(),
        order.location(),
        photos,
        order.meaning(),
        market);
  }

  /** A car in the words of a feed. */
  public static ListingOrder worded(String condition, String exterior, String interior) {
    return worded(condition, exterior, interior, List.of());
  }

  public static ListingOrder worded(
      String condition, String exterior, String interior, List<OrderPhoto> photos) {
    return new ListingOrder(
        2020,
        "Ford",
        "Edge",
        null,
        null,
        1000,
        10_000_00,
        null,
        exterior,
        interior,
        condition,
        "Gasoline",
        "Automatic",
        null,
        "Ref " + MARKER,
        MARKER,
        "Denver, CO",
        photos,
        Cells.of(null, "Gasoline", "Automatic", null),
        null);
  }

  public static ListingOrder of(String make, String model) {
    return order(make, model, 1000, "Denver, CO", "Automatic", "Gasoline");
  }

  public static ListingOrder order(
      String make,
      String model,
      @Nullable Integer mileage,
      String location,
      @Nullable String transmission,
      @Nullable String fuel) {
    return new ListingOrder(
        2020,
        make,
        model,
        null,
        null,
        mileage,
        10_000_00,
        null,
        null,
        null,
        null,
        fuel,
        transmission,
        null,
        "Ref " + MARKER,
        MARKER,
        location,
        List.of(),
        Cells.of(null, fuel, transmission, null),
        null);
  }

  /** A car with these cells. */
  public static ListingOrder with(
      @Nullable String bodyStyle,
      @Nullable String fuel,
      @Nullable String transmission,
      @Nullable Boolean cleanTitle) {
    Map<String, Reading> meaning = Cells.of(bodyStyle, fuel, transmission, cleanTitle);
    return with(bodyStyle, fuel, transmission, cleanTitle, meaning);
  }

  /** A car with these cells, of which this was read. */
  public static ListingOrder with(
      @Nullable String bodyStyle,
      @Nullable String fuel,
      @Nullable String transmission,
      @Nullable Boolean cleanTitle,
      Map<String, Reading> meaning) {
    return new ListingOrder(
        2020,
        "Ford",
        "Edge",
        null,
        null,
        1000,
        10_000_00,
        bodyStyle,
        null,
        null,
        null,
        fuel,
        transmission,
        cleanTitle,
        "Ref " + MARKER,
        MARKER,
        "Denver, CO",
        List.of(),
        meaning,
        null);
  }

  /** A vehicle of another type, of which this was read besides. */
  public static ListingOrder typed(String type, Map<String, Reading> read) {
    return typed(type, read, List.of());
  }

  public static ListingOrder typed(
      String type, Map<String, Reading> read, List<OrderPhoto> photos) {
    Map<String, Reading> meaning = new HashMap<>(read);
    meaning.put("type", new Reading(type, null, null, "Type", type));
    return new ListingOrder(
        2019,
        "Harley-Davidson",
        "Sportster",
        null,
        null,
        5123,
        9_995_00,
        null,
        "Black",
        null,
        "Good",
        "Gasoline",
        null,
        null,
        "A bike.\nRef " + MARKER,
        MARKER,
        "Denver, CO",
        photos,
        meaning,
        null);
  }
}
