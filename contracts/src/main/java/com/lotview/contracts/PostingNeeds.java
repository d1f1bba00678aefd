package com.lotview.contracts;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a vehicle must have before it can be posted: the one rule for the service that orders the
 * posting and for the list that shows beforehand which vehicles can be posted. The place of the
 * listing is the dealership's, not the vehicle's, and is not judged here.
 *
 * @param currency of the price; null is US dollars
 * @param listingCurrency in which the listing is made: the account's, or the dealership's where no
 *     account is chosen yet; a price is never converted
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
    @Nullable String currency,
    String listingCurrency,
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

  /** The currency of a stored price that names none. */
  public static final String NO_CURRENCY_SAID = "USD";

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
    note(missing, PRICE_CURRENCY, rightCurrency());
    note(missing, PHOTOS, photos > 0);
    return List.copyOf(missing);
  }

  private boolean rightCurrency() {
    return priceCents == null
        || listingCurrency.equals(currency == null ? NO_CURRENCY_SAID : currency);
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
