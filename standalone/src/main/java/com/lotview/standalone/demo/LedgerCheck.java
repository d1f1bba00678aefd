package com.lotview.standalone.demo;

import com.lotview.standalone.client.ApiClient;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Asks the sandbox's ledger whether exactly one listing of a vehicle exists and is right in every
 * field. For the demo's own vehicles, its own table defines the expected values; for a feed, only
 * the fields that the form takes unchanged are compared.
 */
public final class LedgerCheck {
  private static final String LOCATION = "Denver, Colorado";

  private final ApiClient api;
  private final String sandbox;
  private final Map<String, Map<String, String>> form = Csv.rows("form.csv");

  public LedgerCheck(ApiClient api, String sandbox) {
    this.api = api;
    this.sandbox = sandbox;
  }

  /**
   * The text with the reference at any place: the ledger's text if it is exactly that, or else the
   * text that is expected without the reference.
   */
  private String described(JsonNode posting, String account) {
    String text = posting.path("description").asString();
    String reference = "(Ref " + posting.path("marker").asString() + ")";
    return api.get(sandbox + "/__ledger?account=" + account)
        .orFail("Reading the ledger")
        .path("listings")
        .valueStream()
        .map(listing -> listing.path("description").asString())
        .filter(stored ->
            stored.replaceFirst(Pattern.quote(" " + reference), "").equals(text)
                || stored.equals(reference + " " + text))
        .findFirst()
        .orElse(text);
  }

  /** The differences from the order; empty if the ledger has it once, complete and correct. */
  public List<String> differences(JsonNode vehicle, JsonNode posting, String account) {
    JsonNode verdict =
        api.post(sandbox + "/__judge", ordered(vehicle, posting, account))
            .orFail("Asking the ledger");
    List<String> differences = new ArrayList<>();
    verdict
        .path("differences")
        .forEach(d ->
            differences.add(
                d.path("field").asString()
                    + ": wanted '"
                    + d.path("wanted").asString("")
                    + "', found '"
                    + d.path("found").asString("")
                    + "'"));
    return differences;
  }

  private Map<String, Object> ordered(JsonNode vehicle, JsonNode posting, String account) {
    Map<String, Object> order = new LinkedHashMap<>();
    order.put("account", account);
    order.put("listingId", posting.path("fbListingId").asString());
    order.put("vehicleType", "Car/Truck");
    for (String field : List.of("year", "make", "model", "mileage")) {
      order.put(field, vehicle.path(field).asString());
    }
    order.put("price", String.valueOf(vehicle.path("price").asLong() / 100));
    order.put("location", LOCATION);
    order.put("cleanTitle", String.valueOf(vehicle.path("cleanTitle").asBoolean(false)));
    order.put("description", described(posting, account));
    List<String> photos = new ArrayList<>();
    vehicle.path("images").forEach(image -> photos.add(image.path("sha256").asString()));
    order.put("photos", photos);
    Map<String, String> own = form.get(vehicle.path("stockNumber").asString());
    if (own != null) {
      ownVehicle(order, own);
    }
    return order;
  }

  private static void ownVehicle(Map<String, Object> order, Map<String, String> own) {
    order.put("bodyStyle", own.get("Body style"));
    order.put("exteriorColor", blankToNull(own.get("Exterior color")));
    order.put("interiorColor", blankToNull(own.get("Interior color")));
    order.put("condition", own.get("Vehicle condition"));
    order.put("fuelType", own.get("Fuel type"));
    order.put("transmission", own.get("Transmission"));
  }

  private static @org.jspecify.annotations.Nullable String blankToNull(
      @org.jspecify.annotations.Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
