package com.lotview.form.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntitiesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SUN&#x2F;MOONROOF|SUN/MOONROOF",
        "Town &amp; Country|Town & Country",
        "Town &amp;amp; Country|Town & Country",
        "SYNC&reg; 5&#39; box|SYNC\u00ae 5' box",
        "AT&T; R&D|AT&T; R&D",
        "&unheard; 100 &|&unheard; 100 &",
        "&#9999999;x&#7;|x",
      })
  void textsAreShownAsTheyAreMeant(String text, String meant) {
    assertThat(Entities.decoded(text)).isEqualTo(meant);
  }
}
