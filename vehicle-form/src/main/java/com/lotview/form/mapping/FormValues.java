package com.lotview.form.mapping;

import com.lotview.contracts.Market;
import com.lotview.form.FormMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order in the form's words. The choices are names of {@link FormMap#options}; null leaves the
 * field empty.
 *
 * @param vehicleType name in {@code vehicle-types.json}
 * @param transmission null only in types whose form need not have the field
 * @param location {@code City, State} with the state's full name
 * @param market of price and mileage; null if nothing is known of it
 * @param leftOut values without a true choice in the form
 */
public record FormValues(
    String vehicleType,
    String location,
    @Nullable Market market,
    int year,
    String make,
    String model,
    @Nullable String trim,
    @Nullable String vin,
    int mileage,
    long priceDollars,
    @Nullable String bodyStyle,
    @Nullable String exteriorColor,
    @Nullable String interiorColor,
    boolean cleanTitle,
    @Nullable String condition,
    @Nullable String fuelType,
    @Nullable String transmission,
    String description,
    List<LeftOut> leftOut) {

  public FormValues {
    leftOut = List.copyOf(leftOut);
  }

  /** The site's title: year, make, model. */
  public String title() {
    return year + " " + make + " " + model;
  }
}
