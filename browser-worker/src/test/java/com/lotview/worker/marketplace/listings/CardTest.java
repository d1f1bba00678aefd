package com.lotview.worker.marketplace.listings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardTest {
  private static boolean mayBe(String title, String rest) {
    return card(title, rest, "").mayBe("2019 Chevrolet Silverado 1500", 18_990);
  }

  private static Card card(String title, String rest, String listedOn) {
    return new Card(0, title, title + " | " + rest, listedOn, false, false, List.of());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2019 Chevrolet Silverado 1500 | $18,990Listed on 1/25
          2019 Chevrolet Silverado 1500 | $17,000Listed on 1/25
          2019 Chevrolet Si…           | $19KListed on 1/25
          2019 Chevrolet...             | $17,000Listed on 1/25
          2019 Chevrolet Silverado 1500 LT Crew Cab | $17,000Listed on 1/25
          2019 Chevy Silverado 1500     | $17,000Listed on 1/25
          Silverado 1500 · 2019         | $17,000Listed on 1/25
          Silverado 2019                | $18,990.00Listed on 1/25
          Silverado 2019                | $18,990Listed on 1/25
          Silverado 2019                | 18.990 €En venta desde 1/25
          Silverado 2019                | $18.9KListed on 1/25
          Silverado 2019                | Rp19 jtDitawarkan 1/25
          Silverado 2019                | Listed on 1/25
          """)
  void aCardThatMayBeTheListingIsOpened(String title, String rest) {
    assertThat(mayBe(title, rest)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2015 Honda Civic | $9,500Listed on 1/25
          2015 Honda…     | $9,500 Kept well
          2015 Honda Civic | 9.500 €En venta desde 1/25
          2015 Honda Civic | Rp190.000.000Ditawarkan 1/25
          """)
  void onlyAnotherTitleWithAnotherPriceIsSurelyAnother(String title, String rest) {
    assertThat(mayBe(title, rest)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "11/27, before",
    "27/11, before",
    "1/25, before",
    "12/25, before",
    "11/27/2026, before",
    "25.01.25, before",
    "11/28, since",
    "29/11, since",
    "11/30, since",
    "1/12, since",
    "12/11, since",
    "40/40, unknown",
    "two days ago, unknown",
    "Marketplace | 1/8 photos, unknown",
    "'', unknown",
  })
  void aDateProvesOnlyWhatItProvesInEitherOrder(String date, String expected) {
    LocalDate click = LocalDate.of(2026, 11, 29);
    Card card = card("2015 Honda Civic", "$9,500", " " + date + " | 3 clicks");

    assertThat(card.listedBefore(click)).isEqualTo(expected.equals("before"));
    assertThat(card.listedSince(click)).isEqualTo(expected.equals("since"));
  }

  @Test
  void overTheTurnOfTheYearADateIsNotTakenForLastYears() {
    assertThat(card("x", "", " 1/1").listedBefore(LocalDate.of(2026, 12, 31))).isFalse();
    assertThat(card("x", "", " 12/31").listedBefore(LocalDate.of(2027, 1, 1))).isFalse();
    assertThat(card("x", "", " 12/29").listedBefore(LocalDate.of(2027, 1, 1))).isTrue();
  }
}
