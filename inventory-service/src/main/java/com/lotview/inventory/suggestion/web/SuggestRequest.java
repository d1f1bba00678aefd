package com.lotview.inventory.suggestion.web;

import com.lotview.inventory.vehicle.VehicleDraft;
import com.lotview.kit.error.RefusalException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A suggestion as it is sent.
 *
 * @param vehicle fields as {@code POST /v1/vehicles} has them, as far as they are known
 * @param page address of the page on which the vehicle was found
 */
record SuggestRequest(
    @Nullable VehicleDraft vehicle, @Nullable String page, @Nullable String note) {
  private static final int MAX_PAGE = 2_000;
  private static final int MAX_NOTE = 1_000;

  SuggestRequest checked() {
    if (vehicle == null || vehicle.equals(VehicleDraft.EMPTY)) {
      throw RefusalException.invalid("vehicle", "must say something of the vehicle");
    }
    if (vehicle.features() != null && vehicle.features().contains(null)) {
      throw RefusalException.invalid("vehicle.features", "must not hold null");
    }
    if (page != null && (page.length() > MAX_PAGE || !isWebAddress(page))) {
      throw RefusalException.invalid("page", "must be a web address of at most 2,000 characters");
    }
    if (note != null && note.length() > MAX_NOTE) {
      throw RefusalException.invalid("note", "must have at most 1,000 characters");
    }
    return this;
  }

  VehicleDraft draft() {
    return Objects.requireNonNull(vehicle);
  }

  private static boolean isWebAddress(String text) {
    try {
      URI address = new URI(text);
      return ("https".equals(address.getScheme()) || "http".equals(address.getScheme()))
          && address.getHost() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
