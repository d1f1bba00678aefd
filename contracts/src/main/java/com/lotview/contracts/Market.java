package com.lotview.contracts;

import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where a dealership or an account is: what its numbers mean where nothing else says it.
 *
 * @param country two letters (ISO 3166-1)
 * @param currency three letters (ISO 4217)
 */
public record Market(String country, String currency, DistanceUnit distanceUnit) {
  /**
   * Countries whose roads are signed in miles: those of CLDR's unit preferences for roads, the
   * United States and the United Kingdom, with the territories that share their signs.
   */
  private static final Set<String> MILES =
      Set.of("US", "PR", "VI", "GU", "AS", "MP", "UM", "GB", "GG", "JE", "IM");

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final Set<String> CURRENCIES =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableSet());

  public static final Market US = of("US");

  /**
   * The market with the country's own currency and unit.
   *
   * @throws IllegalArgumentException if there is no such country, or it has no currency
   */
  public static Market of(String country) {
    Currency own = isCountry(country) ? Currency.getInstance(Locale.of("", country)) : null;
    if (own == null) {
      throw new IllegalArgumentException("No country with a currency: " + country);
    }
    return new Market(
        country,
        own.getCurrencyCode(),
        MILES.contains(country) ? DistanceUnit.MI : DistanceUnit.KM);
  }

  /** Whether it is the code of a country that has a currency. */
  public static boolean isCountry(String code) {
    return COUNTRIES.contains(code) && Currency.getInstance(Locale.of("", code)) != null;
  }

  /** Whether it is the code of a currency. */
  public static boolean isCurrency(String code) {
    return CURRENCIES.contains(code);
  }
}
