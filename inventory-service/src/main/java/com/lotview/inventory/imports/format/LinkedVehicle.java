package com.lotview.inventory.imports.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A vehicle of schema.org as the cells of a stock file. */
final class LinkedVehicle {
  // Our column, and where schema.org writes it, the best first.
  private static final Map<String, List<String>> COLUMNS = new LinkedHashMap<>();

  static {
    COLUMNS.put("vin", List.of("vehicleIdentificationNumber", "productID"));
    COLUMNS.put("stock number", List.of("sku", "mpn"));
    COLUMNS.put("year", List.of("vehicleModelDate", "modelDate", "productionDate", "releaseDate"));
    COLUMNS.put("make", List.of("brand", "manufacturer"));
    COLUMNS.put("model", List.of("model"));
    COLUMNS.put("trim", List.of("vehicleConfiguration"));
    COLUMNS.put("exterior color", List.of("color"));
    COLUMNS.put("interior color", List.of("vehicleInteriorColor"));
    COLUMNS.put("body style", List.of("bodyType"));
    COLUMNS.put("drivetrain", List.of("driveWheelConfiguration"));
    COLUMNS.put("transmission", List.of("vehicleTransmission"));
    COLUMNS.put("engine", List.of("vehicleEngine"));
    COLUMNS.put("fuel type", List.of("fuelType"));
    COLUMNS.put("description", List.of("description"));
    COLUMNS.put("photos", List.of("image"));
    COLUMNS.put("url", List.of("url"));
  }

  private static final Map<String, String> CONDITIONS =
      Map.of("NewCondition", "New", "UsedCondition", "Used", "RefurbishedCondition", "Certified");
  private static final Map<String, String> AVAILABILITY =
      Map.of(
          "InStock", "Available", "SoldOut", "Sold", "OutOfStock", "Sold", "PreOrder", "Pending");

  private LinkedVehicle() {}

  /**
   * The cells.
   *
   * @param around the offer in which the vehicle stands; null if the offer is in the vehicle
   */
  static Map<String, String> cells(JsonNode vehicle, @Nullable JsonNode around) {
    Map<String, String> cells = new LinkedHashMap<>();
    COLUMNS.forEach((column, names) ->
        names.stream()
            .map(name -> text(vehicle.path(name)))
            .filter(text -> !text.isBlank())
            .findFirst()
            .ifPresent(text -> cells.put(column, text)));
    JsonNode offers = vehicle.path("offers");
    JsonNode offer = around != null ? around : offers.isArray() ? offers.path(0) : offers;
    JsonNode mileage = vehicle.path("mileageFromOdometer");
    cells.put("mileage", text(mileage));
    cells.put(
        "mileage unit", unit(text(mileage.path("unitCode")) + text(mileage.path("unitText"))));
    cells.put("price", price(offer));
    String condition = word(vehicle.path("itemCondition"));
    cells.put(
        "condition",
        CONDITIONS.getOrDefault(
            condition.isEmpty() ? word(offer.path("itemCondition")) : condition, ""));
    cells.put("status", AVAILABILITY.getOrDefault(word(offer.path("availability")), ""));
    return cells;
  }

  private static String price(JsonNode offer) {
    JsonNode specification = offer.path("priceSpecification");
    JsonNode given =
        offer.has("price")
            ? offer
            : specification.isArray() ? specification.path(0) : specification;
    return (text(given.path("price")) + " " + text(given.path("priceCurrency"))).strip();
  }

  // The codes of the United Nations.
  private static String unit(String code) {
    return switch (code) {
      case "SMI" -> "MI";
      case "KMT" -> "KM";
      default -> code;
    };
  }

  // The last word of an address of schema.org.
  private static String word(JsonNode node) {
    String text = text(node);
    return text.substring(text.lastIndexOf('/') + 1);
  }

  private static String text(JsonNode node) {
    if (node.isArray()) {
      return node.valueStream().map(LinkedVehicle::text).collect(Collectors.joining("|"));
    }
    if (node.isObject()) {
      return List.of("name", "value", "url", "contentUrl").stream()
          .map(name -> text(node.path(name)))
          .filter(text -> !text.isBlank())
          .findFirst()
          .orElse("");
    }
    return node.isNull() || node.isMissingNode() ? "" : node.asString();
  }
}
