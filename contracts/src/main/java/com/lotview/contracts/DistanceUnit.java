package com.lotview.contracts;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What an odometer counts. A mile is 1.609344 kilometres exactly (international mile, 1959). A
 * converted distance is rounded to the nearest whole unit, a half upwards.
 */
public enum DistanceUnit {
  MI("mi", "miles"),
  KM("km", "km");

  private static final BigDecimal KILOMETRES_OF_A_MILE = new BigDecimal("1.609344");

  private final String sign;
  private final String words;

  DistanceUnit(String sign, String words) {
    this.sign = sign;
    this.words = words;
  }

  /** As it stands behind a number. */
  public String sign() {
    return sign;
  }

  /** As people say it behind a number. */
  public String words() {
    return words;
  }

  /** A distance of this unit in whole units of the other. */
  public long to(DistanceUnit other, long distance) {
    if (other == this) {
      return distance;
    }
    BigDecimal exact = BigDecimal.valueOf(distance);
    BigDecimal converted =
        this == KM
            ? exact.divide(KILOMETRES_OF_A_MILE, 0, RoundingMode.HALF_UP)
            : exact.multiply(KILOMETRES_OF_A_MILE).setScale(0, RoundingMode.HALF_UP);
    return converted.longValueExact();
  }

  /** The distance in whole miles. */
  public long miles(long distance) {
    return to(MI, distance);
  }
}
