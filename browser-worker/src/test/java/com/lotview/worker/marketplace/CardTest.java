package com.lotview.worker.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.worker.marketplace.SellingPage.Card;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardTest {
  private static boolean mayBe(String title, String rest) {
    Card card = new Card(0, title, title + " | " + rest, false, false, List.of());
    return card.mayBe("2019 Chevrolet Silverado 1500", 18_990);
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
}
