package com.lotview.inventory.imports.cell;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.contracts.DistanceUnit;
import com.lotview.contracts.Market;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Amounts and distances keep the unit in which they are written. */
class UnitsTest {
  private static final Market CANADA = new Market("CA", "CAD", DistanceUnit.KM);
  private static final Market SWEDEN = new Market("SE", "SEK", DistanceUnit.KM);
  private static final Market GERMANY = new Market("DE", "EUR", DistanceUnit.KM);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$39,998 |3999800|USD",
        "18000 USD|1800000|USD",
        "10,499.00 USD|1049900|USD",
        "94684.00|9468400|USD",
        "US$ 5 000|500000|USD",
        "1.234,50|123450|USD",
        "12,5|1250|USD",
        "419000 SEK|41900000|SEK",
        "50998.00 CAD|5099800|CAD",
        "C$ 5,000|500000|CAD",
        "$5,000 CAD|500000|CAD",
        "12.500,00 €|1250000|EUR",
        "€ 9.900|990000|EUR",
        "£4,995|499500|GBP",
        "209000 kr|20900000|SEK",
        "Rp 185.000.000|18500000000|IDR"
      })
  void an_amount_has_the_currency_that_stands_beside_it(String cell, long hundredths, String code) {
    assertThat(Money.read(cell.strip(), null, Market.US))
        .isEqualTo(new CellReading.Known<>(new Money(hundredths, code)));
  }

  @ParameterizedTest
  @CsvSource({
    "'$5,000', CA, CAD",
    "5000, CA, CAD",
    "209000 kr, SE, SEK",
    "209 000:-, SE, SEK",
    "'12.500,00', DE, EUR",
    "'5,000 USD', CA, USD",
    "'US$5,000', CA, USD"
  })
  void a_shared_sign_and_none_are_the_dealerships(String cell, String country, String code) {
    assertThat(Money.read(cell, null, market(country)).orNull().currency()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"CAD, CAD", "eur, EUR", "'', USD"})
  void another_column_may_say_the_currency(String elsewhere, String code) {
    assertThat(Money.read("5000", elsewhere, Market.US).orNull().currency()).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Not Priced", "Call", "0", "$0.00"})
  void some_words_and_zero_mean_that_there_is_no_price(String cell) {
    assertThat(Money.read(cell, null, Market.US)).isEqualTo(new CellReading.Missing<Money>());
  }

  @ParameterizedTest
  @ValueSource(strings = {"12 or 13", "39,998 firm price", "1.2.3", "5 $K", "5000 OBO", "-5000"})
  void what_is_no_amount_is_wrong(String cell) {
    assertThat(Money.read(cell, null, Market.US)).isInstanceOf(CellReading.Wrong.class);
  }

  @ParameterizedTest
  @CsvSource({
    "29403, '', US, 29403, MI",
    "'11,081 miles', '', US, 11081, MI",
    "200, MI, CA, 200, MI",
    "70914 km, '', US, 70914, KM",
    "110810, KM, US, 110810, KM",
    "70914, '', CA, 70914, KM",
    "11 081 mil, '', SE, 110810, KM",
    "'145.320 km', '', DE, 145320, KM"
  })
  void a_distance_has_its_own_unit_or_the_dealerships(
      String cell, String elsewhere, String country, long value, DistanceUnit unit) {
    assertThat(Distance.read(cell, elsewhere, market(country)))
        .isEqualTo(new CellReading.Known<>(new Distance(value, unit)));
  }

  @ParameterizedTest
  @CsvSource({"low, US", "11 081 mil, US", "-5, US", "12 hours, US"})
  void what_is_no_distance_is_wrong(String cell, String country) {
    assertThat(Distance.read(cell, "", market(country))).isInstanceOf(CellReading.Wrong.class);
  }

  @ParameterizedTest
  @CsvSource({"70914, 44064", "1, 1", "0, 0", "160934, 100000"})
  void kilometres_are_whole_miles(long kilometres, long miles) {
    assertThat(DistanceUnit.KM.miles(kilometres)).isEqualTo(miles);
  }

  private static Market market(String country) {
    return switch (country) {
      case "CA" -> CANADA;
      case "SE" -> SWEDEN;
      case "DE" -> GERMANY;
      default -> Market.US;
    };
  }
}
