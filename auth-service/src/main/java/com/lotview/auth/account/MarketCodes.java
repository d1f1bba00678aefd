package com.lotview.auth.account;

import com.lotview.contracts.DistanceUnit;
import com.lotview.contracts.Market;
import com.lotview.kit.error.RefusalException;
import org.jspecify.annotations.Nullable;

/** Country, currency and unit as people enter them. */
public final class MarketCodes {
  private MarketCodes() {}

  /** Refuses invalid codes. */
  public static void check(@Nullable String country, @Nullable String currency) {
    if (country != null && !Market.isCountry(country)) {
      throw RefusalException.invalid("country", "must be a country's two letters, such as CA");
    }
    if (currency != null && !Market.isCurrency(currency)) {
      throw RefusalException.invalid("currency", "must be a currency's code, such as CAD");
    }
  }

  /**
   * A new dealership's market; what is null is the country's own.
   *
   * @param country null: the United States
   */
  public static Market market(
      @Nullable String country, @Nullable String currency, @Nullable DistanceUnit unit) {
    check(country, currency);
    Market own = country == null ? Market.US : Market.of(country);
    return new Market(
        own.country(),
        currency == null ? own.currency() : currency,
        unit == null ? own.distanceUnit() : unit);
  }
}
