package com.lotview.inventory.feedout.format;

import static com.lotview.inventory.feedout.format.Column.optional;
import static com.lotview.inventory.feedout.format.Column.required;
import static com.lotview.inventory.feedout.format.Column.wanted;

import com.lotview.inventory.meaning.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The columns of Meta's vehicle catalogue: "Automotive Inventory Ads", fields of a vehicle. */
final class MetaColumns {
  private static final int MOST_IMAGES = 20;
  private static final int FEWEST_IMAGES_ON_MARKETPLACE = 2;
  private static final int LENGTH_OF_VIN = 17;
  private static final int FIRST_YEAR_WITH_VIN = 1983;

  static final List<Column> ALL = all();

  private MetaColumns() {}

  private static List<Column> all() {
    List<Column> columns =
        new ArrayList<>(
            List.of(
                required("vehicle_id", Offer::stockNumber).atMost(100),
                required("title", Offer::title).atMost(500),
                required("description", Offer::description).atMost(5000),
                required("url", MetaColumns::page),
                required("make", Offer::make),
                required("model", Offer::model),
                required("year", offer -> String.valueOf(offer.year())),
                required("mileage.value", MetaColumns::mileage),
                required("mileage.unit", Offer::unit),
                required("body_style", MetaColumns::body),
                required("price", Offer::price),
                required("exterior_color", Offer::exteriorColor),
                required("state_of_vehicle", MetaColumns::state),
                optional("vin", MetaColumns::vin),
                optional("trim", Offer::trim).atMost(50),
                optional("interior_color", Offer::interiorColor).atMost(50),
                optional("transmission", offer -> offer.meaning(Kind.GEARBOX)),
                optional("drivetrain", MetaColumns::drive),
                optional("fuel_type", MetaColumns::fuel),
                optional("condition", Offer::grade),
                optional("availability", offer -> "AVAILABLE"),
                optional("date_first_on_lot", Offer::dateInStock),
                optional("stock_number", Offer::stockNumber)));
    columns.addAll(ofDealer());
    columns.add(required("image[0].url", offer -> image(offer, 0)));
    for (int i = 1; i < MOST_IMAGES; i++) {
      int index = i;
      columns.add(optional("image[" + i + "].url", offer -> image(offer, index)));
    }
    return List.copyOf(columns);
  }

  private static List<Column> ofDealer() {
    return List.of(
        optional("dealer_id", offer -> offer.dealer().storeCode()),
        optional("dealer_name", offer -> offer.dealer().name()),
        optional("dealer_phone", offer -> orEmpty(offer.dealer().phone())),
        wanted("address.addr1", offer -> orEmpty(offer.dealer().street())),
        wanted("address.city", offer -> orEmpty(offer.dealer().city())),
        wanted("address.region", offer -> orEmpty(offer.dealer().region())),
        optional("address.postal_code", offer -> orEmpty(offer.dealer().postalCode())),
        wanted("address.country", offer -> orEmpty(offer.dealer().country())));
  }

  static List<Finding> check(Offer offer) {
    List<Finding> found = new ArrayList<>();
    if (offer.page().isEmpty() && !page(offer).isEmpty()) {
      found.add(Finding.warned("url", "is the dealership's website, not the vehicle's page"));
    }
    if (offer.meaning(Kind.BODY).isEmpty()) {
      found.add(Finding.warned("body_style", "is not known; OTHER is sent"));
    }
    if (offer.vin().isEmpty() && offer.year() >= FIRST_YEAR_WITH_VIN) {
      found.add(Finding.warned("vin", "is missing"));
    } else if (!offer.vin().isEmpty() && vin(offer).isEmpty()) {
      found.add(Finding.warned("vin", "has not 17 characters; it is left out"));
    }
    if (offer.photos().size() == 1) {
      found.add(
          Finding.warned(
              "image[1].url",
              "is missing: Marketplace wants " + FEWEST_IMAGES_ON_MARKETPLACE + " images"));
    }
    return found;
  }

  private static String page(Offer offer) {
    return offer.page().isEmpty() ? orEmpty(offer.dealer().website()) : offer.page();
  }

  // Meta: "For new vehicles, use zero (0)."
  private static String mileage(Offer offer) {
    return offer.distance().isEmpty() && offer.isNew() ? "0" : offer.distance();
  }

  // Meta accepts our words for bodies.
  private static String body(Offer offer) {
    String body = offer.meaning(Kind.BODY);
    return body.isEmpty() ? "OTHER" : body;
  }

  private static String state(Offer offer) {
    return offer.condition() == null ? "" : offer.condition().name();
  }

  private static String vin(Offer offer) {
    return offer.vin().length() == LENGTH_OF_VIN ? offer.vin() : "";
  }

  private static String drive(Offer offer) {
    return switch (offer.meaning(Kind.DRIVE)) {
      case "4WD" -> "4X4";
      case "2WD" -> "4X2";
      case String drive -> drive;
    };
  }

  private static String fuel(Offer offer) {
    return switch (offer.meaning(Kind.FUEL)) {
      case "PLUG_IN_HYBRID" -> "PLUGIN_HYBRID";
      case "OTHER_FUEL" -> "OTHER";
      case String fuel -> fuel;
    };
  }

  private static String image(Offer offer, int index) {
    return index < offer.photos().size() ? offer.photos().get(index).toString() : "";
  }

  private static String orEmpty(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }
}
