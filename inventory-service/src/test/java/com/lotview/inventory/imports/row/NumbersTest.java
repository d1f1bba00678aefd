package com.lotview.inventory.imports.row;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$39,998 |3999800",
        "18000 USD|1800000",
        "10,499.00 USD|1049900",
        "94684.00|9468400",
        "67108|6710800",
        "US$ 5 000|500000",
        "1.234,50|123450",
        "12,5|1250"
      })
  void amounts_are_read_as_cents(String cell, long cents) {
    assertThat(Numbers.cents(cell.strip())).isEqualTo(new Reading.Known<>(cents));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Not Priced", "Call", "0", "$0.00"})
  void some_words_and_zero_mean_that_there_is_no_price(String cell) {
    assertThat(Numbers.cents(cell)).isEqualTo(new Reading.Missing<Long>());
  }

  @ParameterizedTest
  @ValueSource(strings = {"419000 SEK", "50998.00 CAD", "€ 9.900", "209000 kr"})
  void money_of_other_countries_is_left_out_not_converted(String cell) {
    assertThat(Numbers.cents(cell)).isInstanceOf(Reading.Unusable.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"12 or 13", "39,998 firm price", "1.2.3"})
  void what_is_no_amount_is_wrong(String cell) {
    assertThat(Numbers.cents(cell)).isInstanceOf(Reading.Wrong.class);
  }

  @Test
  void mileage_is_in_miles_or_left_out() {
    assertThat(Numbers.miles("29403", "")).isEqualTo(new Reading.Known<>(29403L));
    assertThat(Numbers.miles("11,081 miles", "")).isEqualTo(new Reading.Known<>(11081L));
    assertThat(Numbers.miles("200", "MI")).isEqualTo(new Reading.Known<>(200L));
    assertThat(Numbers.miles("70914 km", "")).isInstanceOf(Reading.Unusable.class);
    assertThat(Numbers.miles("110810", "KM")).isInstanceOf(Reading.Unusable.class);
    assertThat(Numbers.miles("low", "")).isInstanceOf(Reading.Wrong.class);
  }
}
