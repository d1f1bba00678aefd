package com.lotview.worker.marketplace.mapping;

import com.lotview.worker.marketplace.page.FormMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order in the form's terms. The choices are names of {@link FormMap#options}; null leaves the
 * field as it is.
 *
 * @param transmission never null: the form always shows one, and shows automatic if left alone
 * @param location {@code City, State} with the state's full name
 * @param american whether the price is in dollars and the mileage in miles for sure, because the
 *     vehicle stands in the United States; elsewhere both are in the units of its place
 * @param leftOut values for which the form has no true choice
 */
public record FormValues(
    String vehicleType,
    String location,
    boolean american,
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
    String transmission,
    String description,
    List<LeftOut> leftOut) {

  public FormValues {
    leftOut = List.copyOf(leftOut);
  }

  /** As the site makes it: year, make, model. */
  public String title() {
    return year + " " + make + " " + model;
  }
}
