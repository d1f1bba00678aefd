package com.lotview.inventory.feedout;

import com.lotview.inventory.vehicle.VehicleFacts;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A manager's settings of the feeds.
 *
 * @param vehiclePage address of a vehicle's page at the dealership's website, with {@code
 *     {stockNumber}} or {@code {vin}} in it; null: there are no such pages
 * @param storeCode the dealership's code at Google; null: LotView's short name of it
 */
public record FeedSettings(@Nullable String vehiclePage, @Nullable String storeCode) {
  /** Stands for the vehicle's stock number. */
  public static final String STOCK_NUMBER = "{stockNumber}";

  /** Stands for the vehicle's VIN. */
  public static final String VIN = "{vin}";

  /** The page of a vehicle; null if it has none. */
  @Nullable URI page(VehicleFacts facts) {
    String vin = facts.vin();
    if (vehiclePage == null || (vin == null && vehiclePage.contains(VIN))) {
      return null;
    }
    return URI.create(
        vehiclePage
            .replace(STOCK_NUMBER, encoded(facts.stockNumber()))
            .replace(VIN, vin == null ? "" : encoded(vin)));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
