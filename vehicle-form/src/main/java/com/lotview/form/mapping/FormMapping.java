package com.lotview.form.mapping;

import com.lotview.contracts.Market;
import com.lotview.contracts.VehicleTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Translates an order from the dealer's words to the form's. It leaves out and names unclear
 * optional values; unclear required values stop the run with the field's name. Immutable.
 */
public final class FormMapping {

  private static final int MAX_PHOTOS = 20;

  private final MakeNames makes = MakeNames.load();
  private final Regions regions = new Regions();
  private final FormTypes types = FormTypes.load();

  /**
   * The order in the form's words.
   *
   * @throws UnmappableException if a required value is missing or does not fit the form
   */
  public FormValues map(ListingOrder order) {
    String type = type(order);
    MakeNames.Named named = named(order.make(), order.model());
    String location = location(Entities.decoded(order.location()), order.market());
    Choices choices = new Choices();
    return new FormValues(
        type,
        location,
        market(order, location),
        order.year(),
        required("make", named.make(), DealerTexts.NO_MAKE),
        required("model", named.model(), DealerTexts.NO_MODEL),
        order.trim() == null ? null : Entities.decoded(order.trim()),
        order.vin(),
        mileage(order.mileage()),
        price(order),
        choices.read("bodyStyle", order, "body", order.bodyStyle()),
        choices.of("exteriorColor", order.exteriorColor(), ColorWords::find),
        choices.of("interiorColor", order.interiorColor(), ColorWords::find),
        cleanTitle(order),
        choices.of("condition", order.condition(), DealerWords::grade),
        choices.read("fuelType", order, "fuel", order.fuelType()),
        transmission(order, type),
        required("description", Entities.decoded(order.description()), DealerTexts.NO_TEXT),
        choices.leftOut);
  }

  // An order from before orders named the market: in the United States these are dollars and miles.
  private @Nullable Market market(ListingOrder order, String location) {
    return order.market() == null && regions.isAmerican(location) ? Market.US : order.market();
  }

  /** The title that the site makes; it helps to find the listing again. */
  public String title(int year, String make, String model) {
    MakeNames.Named named = named(make, model);
    return year + " " + named.make() + " " + named.model();
  }

  /** Checks the number of photos: the form takes 1 to 20. */
  public void checkPhotos(ListingOrder order) {
    int photos = order.photos().size();
    if (photos < 1 || photos > MAX_PHOTOS) {
      throw unmappable("photos", String.valueOf(photos), DealerTexts.PHOTO_COUNT);
    }
  }

  /** Other names of this make in a list. */
  public List<String> otherNames(String make) {
    return makes.otherNames(make);
  }

  /** The words of the option of another type than a car or truck; empty for those. */
  public List<String> typeWords(String type) {
    return types.words(type);
  }

  /** The spellings of this place. */
  public List<String> spellings(String location) {
    return regions.spellings(location);
  }

  private MakeNames.Named named(String make, String model) {
    return makes.named(Entities.decoded(make), Entities.decoded(model));
  }

  private static int mileage(@Nullable Integer mileage) {
    if (mileage == null || mileage < 0) {
      throw unmappable("mileage", String.valueOf(mileage), DealerTexts.NO_MILEAGE);
    }
    return mileage;
  }

  private static long price(ListingOrder order) {
    if (order.priceDollars() < 1) {
      throw unmappable("price", order.priceCents() + " cents", DealerTexts.NO_PRICE);
    }
    return order.priceDollars();
  }

  /**
   * The form of cars has no "unknown": an untouched field says automatic, which may be false. Null
   * where the type's form need not have the field.
   */
  private @Nullable String transmission(ListingOrder order, String type) {
    Reading given = order.meaning().get("gearbox");
    if (given != null && given.value() != null) {
      return given.value();
    }
    if (!types.automatic(type)) {
      return null;
    }
    if (given == null && "ELECTRIC".equals(said(order, "fuel"))) {
      return "AUTOMATIC";
    }
    throw unmappable(
        "transmission", String.valueOf(order.transmission()), DealerTexts.NO_TRANSMISSION);
  }

  private String location(String location, @Nullable Market market) {
    String[] parts = location.split(",", -1);
    if (parts.length < 2 || parts[0].isBlank() || parts[1].isBlank()) {
      throw unmappable("location", location, DealerTexts.LOCATION_FORMAT);
    }
    String state = parts[1].strip().replaceAll("\\s+\\d{5}(-\\d{4})?$", "");
    return parts[0].strip()
        + ", "
        + regions.full(state, market == null ? Market.US.country() : market.country());
  }

  /** The form's type; a vehicle whose form LotView does not fill is never posted as a car. */
  private String type(ListingOrder order) {
    Reading type = order.meaning().get("type");
    // Nothing speaks for another type.
    String name = type == null ? VehicleTypes.CAR_TRUCK : type.value();
    if (name != null && types.filled(name)) {
      return name;
    }
    String seen = type == null ? "" : type.column() + ": " + type.cell();
    throw unmappable("vehicleType", name + " (" + seen + ")", DealerTexts.OTHER_TYPE);
  }

  // A title is called clean only where the vehicle's data say so and nothing in them denies it.
  private static boolean cleanTitle(ListingOrder order) {
    return "CLEAN".equals(said(order, "title"));
  }

  /** What the vehicle's cells state about the kind; null if nothing, or several values. */
  private static @Nullable String said(ListingOrder order, String kind) {
    Reading reading = order.meaning().get(kind);
    return reading == null ? null : reading.value();
  }

  private static Optional<String> choice(
      @Nullable String words, Function<String, Optional<String>> rule) {
    return words == null ? Optional.empty() : rule.apply(Entities.decoded(words));
  }

  /** The optional choices, and the values without one. */
  private static final class Choices {
    private final List<LeftOut> leftOut = new ArrayList<>();

    @Nullable String read(String field, ListingOrder order, String kind, @Nullable String words) {
      Reading reading = order.meaning().get(kind);
      if (reading != null && reading.value() == null) {
        leftOut.add(new LeftOut(field, reading.cell(), reading.why()));
      } else if (reading == null && words != null && !DealerWords.saysNothing(words)) {
        leftOut.add(new LeftOut(field, words, DealerTexts.NO_CHOICE));
      }
      return reading == null ? null : reading.value();
    }

    @Nullable String of(
        String field, @Nullable String words, Function<String, Optional<String>> rule) {
      Optional<String> chosen = choice(words, rule);
      if (chosen.isEmpty() && words != null && !DealerWords.saysNothing(words)) {
        leftOut.add(new LeftOut(field, words, DealerTexts.NO_CHOICE));
      }
      return chosen.orElse(null);
    }
  }

  private static String required(String field, String value, String otherwise) {
    if (value.isBlank()) {
      throw unmappable(field, value, otherwise);
    }
    return value.strip();
  }

  private static UnmappableException unmappable(String field, String value, String reason) {
    return new UnmappableException(field, value, reason);
  }
}
