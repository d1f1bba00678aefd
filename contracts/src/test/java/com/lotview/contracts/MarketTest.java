package com.lotview.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarketTest {
  @ParameterizedTest
  @CsvSource({
    "US, USD, MI",
    "PR, USD, MI",
    "GB, GBP, MI",
    "IE, EUR, KM",
    "CA, CAD, KM",
    "AU, AUD, KM",
    "SE, SEK, KM",
    "DE, EUR, KM",
    "ID, IDR, KM"
  })
  void aCountryBringsItsCurrencyAndItsUnit(String country, String currency, DistanceUnit unit) {
    assertThat(Market.of(country)).isEqualTo(new Market(country, currency, unit));
  }

  @Test
  void whatIsNoCountryIsRefused() {
    assertThat(Market.isCountry("XX")).isFalse();
    assertThat(Market.isCountry("ca")).isFalse();
    assertThat(Market.isCountry("AQ")).as("has no currency").isFalse();
    assertThat(Market.isCurrency("CAD")).isTrue();
    assertThat(Market.isCurrency("ABC")).isFalse();
    assertThatThrownBy(() -> Market.of("UK")).hasMessageContaining("UK");
  }

  @ParameterizedTest
  @CsvSource({"70914, KM, MI, 44064", "44064, MI, KM, 70914", "1, KM, MI, 1", "0, MI, KM, 0"})
  void aConvertedDistanceIsRoundedToTheNearest(
      long distance, DistanceUnit from, DistanceUnit to, long converted) {
    assertThat(from.to(to, distance)).isEqualTo(converted);
  }

  @ParameterizedTest
  @CsvSource({"USD, USD, true", ", USD, true", "SEK, USD, false", ", SEK, false", "SEK, SEK, true"})
  void aPriceIsPostableInTheCurrencyOfTheListingOnly(String price, String listing, boolean fits) {
    PostingNeeds needs =
        new PostingNeeds(
            "ACTIVE", null, false, 2021, "Volvo", "V60", 100, 419_000_00L, price, listing, 1);
    assertThat(needs.missing().contains(PostingNeeds.PRICE_CURRENCY)).isEqualTo(!fits);
  }
}
