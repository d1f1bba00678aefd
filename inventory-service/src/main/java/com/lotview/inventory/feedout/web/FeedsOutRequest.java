package com.lotview.inventory.feedout.web;

import com.lotview.inventory.feedout.FeedSettings;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.openapi.ApiField;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * A manager's settings of the feeds.
 *
 * @param vehiclePage address of a vehicle's page, with {stockNumber} or {vin} in it
 * @param storeCode the dealership's code at Google
 */
record FeedsOutRequest(
    @ApiField(
            minLength = 1,
            maxLength = LONGEST_PAGE,
            example = "https://smith-auto.example/cars/{stockNumber}")
        @Nullable String vehiclePage,
    @ApiField(minLength = 1, maxLength = LONGEST_CODE, example = "smith-denver")
        @Nullable String storeCode) {
  private static final int LONGEST_PAGE = 500;
  private static final int LONGEST_CODE = 64;

  FeedSettings checked() {
    if (storeCode != null && (storeCode.isBlank() || storeCode.length() > LONGEST_CODE)) {
      throw RefusalException.invalid("storeCode", "must have 1 to " + LONGEST_CODE + " characters");
    }
    if (vehiclePage != null) {
      checkPage(vehiclePage);
    }
    return new FeedSettings(vehiclePage, storeCode == null ? null : storeCode.strip());
  }

  private static void checkPage(String page) {
    if (page.length() > LONGEST_PAGE) {
      throw RefusalException.invalid(
          "vehiclePage", "must have at most " + LONGEST_PAGE + " characters");
    }
    if (!page.contains(FeedSettings.STOCK_NUMBER) && !page.contains(FeedSettings.VIN)) {
      throw RefusalException.invalid(
          "vehiclePage", "must contain {stockNumber} or {vin}, or all vehicles have one page");
    }
    if (!isWebAddress(
        page.replace(FeedSettings.STOCK_NUMBER, "1").replace(FeedSettings.VIN, "1"))) {
      throw RefusalException.invalid("vehiclePage", "must be an address that begins with https://");
    }
  }

  private static boolean isWebAddress(String text) {
    try {
      URI address = new URI(text);
      return address.getHost() != null
          && ("https".equals(address.getScheme()) || "http".equals(address.getScheme()));
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
