package com.lotview.inventory.vehicle;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** What an odometer counts. */
public enum DistanceUnit {
  MI,
  KM;

  private static final BigDecimal KILOMETRES_OF_A_MILE = new BigDecimal("1.609344");

  /** The distance in whole miles. */
  public long miles(long distance) {
    return switch (this) {
      case MI -> distance;
      case KM ->
          BigDecimal.valueOf(distance)
              .divide(KILOMETRES_OF_A_MILE, 0, RoundingMode.HALF_UP)
              .longValueExact();
    };
  }
}
