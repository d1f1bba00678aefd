package com.lotview.listing.text;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Distance per year of age, and the only rule by which a mileage may be called low: at most {@link
 * #LOW} a year and {@link #LOW_IN_ALL} in all. Drivers in the US average about 13,500 a year.
 *
 * @param perYear in the unit that texts say, rounded to hundreds
 * @param years of age, at least 1
 */
public record MileageRate(int perYear, int years, boolean low) {

  /** Up to this many miles per year of age, a mileage is low. */
  public static final int LOW = 8000;

  /** Above this, no buyer calls a mileage low, however old the vehicle is. */
  public static final int LOW_IN_ALL = 75_000;

  /** Below this many miles per year, an older vehicle's odometer is not trusted. */
  private static final int IMPLAUSIBLE = 300;

  /** Empty if the vehicle is new, or if mileage and age allow no conclusion. */
  public static Optional<MileageRate> of(VehicleFacts vehicle, int thisYear) {
    @Nullable Integer miles = vehicle.mileage();
    if (miles == null || miles < 100 || "NEW".equals(vehicle.condition())) {
      return Optional.empty();
    }
    int years = Math.max(1, thisYear - vehicle.year());
    int exact = miles / years;
    boolean believed = years < 4 || exact >= IMPLAUSIBLE;
    int said = vehicle.distance() == null ? miles : vehicle.distance();
    int rounded = (said / years + 50) / 100 * 100;
    return Optional.of(
        new MileageRate(rounded, years, believed && exact <= LOW && miles <= LOW_IN_ALL));
  }
}
