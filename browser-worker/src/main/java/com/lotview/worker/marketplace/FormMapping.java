package com.lotview.worker.marketplace;

import com.lotview.worker.marketplace.PostingOutcome.FieldUnmappable;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Translates an order from the dealer's words into the form's. Optional values that say nothing
 * clear are left out; required ones stop the run with the field's name. Immutable.
 */
public final class FormMapping {

  private static final int PHOTOS_MOST = 20;

  private final MakeNames makes = MakeNames.load();
  private final Map<String, String> states = states();

  /**
   * The order in the form's terms.
   *
   * @throws StoppedException with {@link FieldUnmappable} if a required value is missing or has no
   *     place in the form
   */
  public FormValues map(ListingOrder order) {
    MakeNames.Named named = makes.named(order.make(), order.model());
    return new FormValues(
        "CAR_TRUCK",
        location(order.location()),
        order.year(),
        required("make", named.make(), "the vehicle has no make"),
        required("model", named.model(), "the vehicle has no model"),
        order.trim(),
        mileage(order.mileage()),
        price(order),
        choice(order.bodyStyle(), VehicleWords::body),
        choice(order.exteriorColor(), ColorWords::find),
        choice(order.interiorColor(), ColorWords::find),
        Boolean.TRUE.equals(order.cleanTitle()),
        choice(order.condition(), VehicleWords::grade),
        choice(order.fuelType(), VehicleWords::fuel),
        transmission(order),
        required("description", order.description(), "the listing has no text"));
  }

  /** The title that the site will make for this order, for finding it again. */
  public String title(ListingOrder order) {
    MakeNames.Named named = makes.named(order.make(), order.model());
    return order.year() + " " + named.make() + " " + named.model();
  }

  /** The number of photos, checked: the form takes 1 to 20. */
  void checkPhotos(ListingOrder order) {
    int photos = order.photos().size();
    if (photos < 1 || photos > PHOTOS_MOST) {
      throw unmappable("photos", String.valueOf(photos), "the form takes 1 to 20 photos");
    }
  }

  private static int mileage(@Nullable Integer mileage) {
    if (mileage == null || mileage < 0) {
      throw unmappable(
          "mileage",
          String.valueOf(mileage),
          "the form asks for the mileage of a car or truck, and the vehicle has none");
    }
    return mileage;
  }

  private static long price(ListingOrder order) {
    if (order.priceDollars() < 1) {
      throw unmappable("price", order.priceCents() + " cents", "the vehicle has no price");
    }
    return order.priceDollars();
  }

  /**
   * The form cannot show "not known": left alone it says automatic, which may be a false statement.
   */
  private static String transmission(ListingOrder order) {
    String given = choice(order.transmission(), VehicleWords::gearbox);
    if (given != null) {
      return given;
    }
    if ("ELECTRIC".equals(choice(order.fuelType(), VehicleWords::fuel))) {
      return "AUTOMATIC";
    }
    throw unmappable(
        "transmission",
        String.valueOf(order.transmission()),
        "the form always shows one, and neither manual nor automatic is known of this vehicle");
  }

  private String location(String location) {
    String[] parts = location.split(",", -1);
    if (parts.length < 2 || parts[0].isBlank() || parts[1].isBlank()) {
      throw unmappable("location", location, "it must be \"City, State\"");
    }
    String state = parts[1].strip().replaceAll("\\s+\\d{5}(-\\d{4})?$", "");
    return parts[0].strip() + ", " + states.getOrDefault(state.toUpperCase(Locale.ROOT), state);
  }

  private static @Nullable String choice(
      @Nullable String words, Function<String, Optional<String>> rule) {
    return words == null ? null : rule.apply(words).orElse(null);
  }

  private static String required(String field, String value, String otherwise) {
    if (value.isBlank()) {
      throw unmappable(field, value, otherwise);
    }
    return value.strip();
  }

  private static StoppedException unmappable(String field, String value, String reason) {
    return new StoppedException(new FieldUnmappable(field, value, reason));
  }

  private static Map<String, String> states() {
    Map<String, String> states = new HashMap<>();
    for (String line : MakeNames.lines("/marketplace/us-states.csv").lines().toList()) {
      states.put(line.substring(0, 2), line.substring(3));
    }
    return Map.copyOf(states);
  }
}
