package com.lotview.inventory.feedout.format;

import static com.lotview.inventory.feedout.format.Column.optional;
import static com.lotview.inventory.feedout.format.Column.required;
import static com.lotview.inventory.feedout.format.Column.wanted;

import com.lotview.inventory.type.VehicleNumber;
import com.lotview.inventory.vehicle.Condition;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The columns of Google's vehicle listings: its feed specification. */
final class GoogleColumns {
  private static final int FIRST_YEAR_WITH_VIN = 1981;
  private static final int LENGTH_OF_VIN = 17;

  static final List<Column> ALL =
      List.of(
          required("store_code", offer -> offer.dealer().storeCode()),
          optional("id", Offer::stockNumber),
          required("vin", Offer::vin),
          required("year", offer -> String.valueOf(offer.year())),
          required("make", Offer::make),
          required("model", Offer::model),
          optional("trim", Offer::trim),
          optional("mileage", GoogleColumns::mileage),
          required("condition", GoogleColumns::condition),
          optional("certified_pre_owned", GoogleColumns::certified),
          required("price", Offer::price),
          wanted("exterior_color", Offer::exteriorColor),
          optional("interior_color", Offer::interiorColor),
          optional("body_style", Offer::bodyStyle),
          optional("drivetrain", Offer::drivetrain),
          optional("transmission", Offer::transmission),
          optional("engine", Offer::engine),
          optional("fuel", Offer::fuelType),
          optional("date_in_stock", Offer::dateInStock),
          optional("vehicle_option", offer -> String.join(",", offer.features())),
          required("dealership_name", offer -> offer.dealer().name()),
          required("dealership_address", offer -> offer.dealer().address()),
          optional(
              "tracking_phone_number",
              offer -> Objects.requireNonNullElse(offer.dealer().phone(), "")),
          wanted("link", Offer::page),
          wanted("image_link", offer -> images(offer, 0, 1)),
          optional("additional_image_link", offer -> images(offer, 1, Integer.MAX_VALUE)));

  private GoogleColumns() {}

  static List<Finding> check(Offer offer) {
    List<Finding> found = new ArrayList<>();
    if (offer.distance().isEmpty() && offer.condition() != null && !offer.isNew()) {
      found.add(Finding.refused("mileage", "is missing; a used vehicle needs it"));
    }
    if (!offer.vin().isEmpty() && offer.year() >= FIRST_YEAR_WITH_VIN) {
      checkVin(offer, found);
    }
    return found;
  }

  private static void checkVin(Offer offer, List<Finding> found) {
    if (offer.vin().length() != LENGTH_OF_VIN) {
      found.add(Finding.refused("vin", "has not 17 characters"));
    } else if (VehicleNumber.read(offer.vin(), offer.year()) instanceof VehicleNumber.Known known
        && !known.number().checkDigitFits()) {
      found.add(
          Finding.warned("vin", "has a check digit that does not fit; right if it was imported"));
    }
  }

  private static String mileage(Offer offer) {
    String unit = offer.unit().equals("KM") ? " km" : " miles";
    return offer.distance().isEmpty() ? "" : offer.distance() + unit;
  }

  private static String condition(Offer offer) {
    return offer.condition() == null ? "" : offer.isNew() ? "new" : "used";
  }

  private static String certified(Offer offer) {
    return offer.condition() == Condition.CPO ? "yes" : "";
  }

  private static String images(Offer offer, int from, int to) {
    List<URI> photos = offer.photos();
    return photos.subList(Math.min(from, photos.size()), Math.min(to, photos.size())).stream()
        .map(URI::toString)
        .collect(Collectors.joining(","));
  }
}
