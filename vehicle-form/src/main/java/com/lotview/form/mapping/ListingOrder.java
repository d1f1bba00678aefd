package com.lotview.form.mapping;

import com.lotview.contracts.Market;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The listing in the dealer's words; {@link FormMapping} translates it. Null means unknown; unknown
 * values are never invented.
 *
 * @param trim used only if the form has such a field; the site makes the title of year, make and
 *     model
 * @param vin used only if the form has such a field
 * @param mileage in the unit of the form's country
 * @param priceCents rounded to whole dollars, half up
 * @param condition a grade (Excellent, Very good, Good, Fair, Poor); anything else, such as "Used",
 *     is left out
 * @param cleanTitle only {@code true} ticks the box
 * @param description the full text with its marker
 * @param marker the short reference in the description that identifies the listing, such as {@code
 *     LV-7Q4K9}
 * @param location {@code City, State}
 * @param photos 1 to 20 in order; the first is the cover
 * @param meaning what the vehicle's cells say, by kind: body, fuel, gearbox, title, type; a kind
 *     that is not in it counts as unknown, even if the order's words name it
 * @param market of price, mileage and place; null in orders from before orders named it
 */
public record ListingOrder(
    int year,
    String make,
    String model,
    @Nullable String trim,
    @Nullable String vin,
    @Nullable Integer mileage,
    long priceCents,
    @Nullable String bodyStyle,
    @Nullable String exteriorColor,
    @Nullable String interiorColor,
    @Nullable String condition,
    @Nullable String fuelType,
    @Nullable String transmission,
    @Nullable Boolean cleanTitle,
    String description,
    String marker,
    String location,
    List<OrderPhoto> photos,
    Map<String, Reading> meaning,
    @Nullable Market market) {

  public ListingOrder {
    photos = List.copyOf(photos);
    meaning = Map.copyOf(meaning);
    if (marker.isBlank() || !description.contains(marker)) {
      throw new IllegalArgumentException("the description must contain the marker");
    }
  }

  /** The listed price. */
  public long priceDollars() {
    return Math.floorDiv(priceCents + 50, 100);
  }
}
