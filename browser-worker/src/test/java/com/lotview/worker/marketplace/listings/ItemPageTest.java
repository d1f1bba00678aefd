package com.lotview.worker.marketplace.listings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItemPageTest {

  private static ItemPage page(String price) {
    return new ItemPage(
        "2019 Honda Civic EX\n" + price + "\nDriven 45,210 km", 1, true, true, true);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$18,500|18500|$",
        "\u00a318,500|18500|\u00a3",
        "18.500 \u20ac|18500|\u20ac",
        "18\u202f500\u00a0\u20ac|18500|\u20ac",
        "Rp 185.000.000|185000000|Rp",
        "Rp185.000.000|185000000|Rp",
        "CA$18,500|18500|CA$",
        "A$18,500|18500|A$",
        "R$ 18.500|18500|R$",
        "RD$ 2.342.342|2342342|RD$",
        "Bs. 2,323|2323|Bs.",
        "CHF 18'500|18500|CHF",
        "18 500 kr|18500|kr",
        "EUR 18.500,00|18500|EUR",
        "18 500 z\u0142|18500|z\u0142",
        "\u20b91,85,000|185000|\u20b9",
        "USD 18,500|18500|USD",
      })
  void aPriceIsReadInAnyCurrency(String shown, long price, String currency) {
    assertThat(page(shown).price()).contains(price);
    assertThat(page(shown).currency()).isEqualTo(currency);
  }

  @Test
  void aLineWithoutACurrencyIsNoPrice() {
    assertThat(page("BMW 320").price()).isEmpty();
    assertThat(page("BMW 320").currency()).isEmpty();
    assertThat(page("18,500").price()).isEmpty();
  }
}
