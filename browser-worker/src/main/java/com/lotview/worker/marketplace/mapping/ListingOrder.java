package com.lotview.worker.marketplace.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be listed, in the dealer's words; {@link FormMapping} translates them into the form's.
 * Null means "not known", and what is not known is never made up.
 *
 * @param trim goes into a trim field only if the form has one; the title is made by the site of
 *     year, make and model
 * @param vin goes into a field for it only if the form has one
 * @param mileage in the unit of the form's country
 * @param priceCents listed as whole dollars, rounded half up
 * @param condition a grade (Excellent, Very good, Good, Fair, Poor); anything else, such as "Used",
 *     is left out
 * @param cleanTitle the box is ticked only for {@code true}
 * @param description the full text, marker line included
 * @param marker the short reference within the description that finds the listing again, such as
 *     {@code LV-7Q4K9}
 * @param location {@code City, State}
 * @param photos in order, the first is the cover; 1 to 20
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
    List<OrderPhoto> photos) {

  public ListingOrder {
    photos = List.copyOf(photos);
    if (marker.isBlank() || !description.contains(marker)) {
      throw new IllegalArgumentException("the description must contain the marker");
    }
  }

  /** The price as listed. */
  public long priceDollars() {
    return Math.floorDiv(priceCents + 50, 100);
  }
}
