package com.lotview.contracts;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a vehicle must have before it can be posted: the one rule for the service that orders the
 * posting and for the list that shows beforehand which vehicles can be posted. The place of the
 * listing is the dealership's, not the vehicle's, and is not judged here.
 *
 * @param otherCurrency the currency of the price; null for the one in which listings are made
 * @param vehicleType what its cells say that it is; null if they say nothing
 */
public record PostingNeeds(
    String status,
    @Nullable String vehicleType,
    boolean typeSaid,
    @Nullable Integer year,
    @Nullable String make,
    @Nullable String model,
    @Nullable Integer mileage,
    @Nullable Long priceCents,
    @Nullable String otherCurrency,
    int photos) {
  public static final String STATUS = "status";
  public static final String VEHICLE_TYPE = "vehicleType";
  public static final String YEAR = "year";
  public static final String MAKE = "make";
  public static final String MODEL = "model";
  public static final String MILEAGE = "mileage";
  public static final String PRICE = "price";
  public static final String PRICE_CURRENCY = "priceCurrency";
  public static final String PHOTOS = "photos";

  /** All names that {@link #missing} may give, in their order. */
  public static final List<String> ALL =
      List.of(STATUS, VEHICLE_TYPE, YEAR, MAKE, MODEL, MILEAGE, PRICE, PRICE_CURRENCY, PHOTOS);

  /** The only status of a vehicle that is for sale. */
  public static final String FOR_SALE = "ACTIVE";

  /** Names of what is missing or stands against a posting; empty if the vehicle can be posted. */
  public List<String> missing() {
    List<String> missing = new ArrayList<>();
    note(missing, STATUS, FOR_SALE.equals(status));
    note(missing, VEHICLE_TYPE, !typeSaid || postableType());
    note(missing, YEAR, year != null);
    note(missing, MAKE, isSaid(make));
    note(missing, MODEL, isSaid(model));
    note(missing, MILEAGE, mileage != null);
    note(missing, PRICE, priceCents != null && priceCents > 0);
    note(missing, PRICE_CURRENCY, otherCurrency == null);
    note(missing, PHOTOS, photos > 0);
    return List.copyOf(missing);
  }

  private boolean postableType() {
    return vehicleType != null && VehicleTypes.POSTABLE.contains(vehicleType);
  }

  private static void note(List<String> missing, String name, boolean there) {
    if (!there) {
      missing.add(name);
    }
  }

  private static boolean isSaid(@Nullable String text) {
    return text != null && !text.isBlank();
  }
}
