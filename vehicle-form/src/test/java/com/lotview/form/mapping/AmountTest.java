package com.lotview.form.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$18,990|18990",
        "18990|18990",
        "Bs. 2,323|2323",
        "RD$ 2.342.342|2342342",
        "18\u00a0990 \u20ac|18990",
        "1 890\u202f000|1890000",
        "$18,990.00|18990",
        "$18,990.50|$18,990.50",
        "$3,3333|33333",
        "$6|6",
      })
  void digitsAlone(String shown, String digits) {
    assertThat(Amount.digits(shown)).isEqualTo(digits);
  }

  @ParameterizedTest
  @CsvSource({
    "\u00a3, \u00a3, true",
    "$, CA$, true",
    "Bs., Bs, true",
    "Rp, IDR, true",
    "'', \u20ac, true",
    "$, \u00a3, false",
    "$, R$, false",
    "US$, A$, false",
    "\u20ac, \u00a3, false",
  })
  void oneCurrencyMayHaveTwoSigns(String one, String other, boolean same) {
    assertThat(Amount.sameCurrency(one, other)).isEqualTo(same);
    assertThat(Amount.sameCurrency(other, one)).isEqualTo(same);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$18,990|true",
        "18990|true",
        "US$ 18,990|true",
        "\u00a318,990|false",
        "Bs. 2,323|false",
        "RD$ 2.342|false",
        "A$18,990|false",
        "18.990 \u20ac|false",
        "Rp18.990|false",
      })
  void dollars(String shown, boolean dollars) {
    assertThat(Amount.mayBeIn("USD", shown)).isEqualTo(dollars);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CAD|CA$29,995|true",
        "CAD|$29,995|true",
        "CAD|US$29,995|false",
        "SEK|419\u00a0000\u00a0kr|true",
        "SEK|419 000 SEK|true",
        "SEK|419.000 \u20ac|false",
        "SEK|$419,000|false",
        "AUD|A$18,990|true",
        "EUR|18.990 \u20ac|true",
      })
  void aSignSaysWhichCurrencyAFormAsksFor(String currency, String shown, boolean fits) {
    assertThat(Amount.mayBeIn(currency, shown)).isEqualTo(fits);
  }
}
