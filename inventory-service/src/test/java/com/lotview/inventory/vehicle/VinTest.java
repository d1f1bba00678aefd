package com.lotview.inventory.vehicle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VinTest {
  @ParameterizedTest
  @ValueSource(strings = {"1HGBH41JXMN109186", "5TDXZ3DC2KS015402", "11111111111111111"})
  void knows_right_check_digits(String vin) {
    assertThat(Vin.wellFormed(vin)).isTrue();
    assertThat(Vin.checkDigitFits(vin)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"7GZ07RF71SNO11750", "1HGBH41JXMN10918", "1hgbh41jxmn109186"})
  void knows_what_cannot_be_a_number(String vin) {
    assertThat(Vin.wellFormed(vin)).isFalse();
  }

  @Test
  void sees_a_digit_typed_wrong() {
    assertThat(Vin.checkDigitFits("1HGBH41JXMN109187")).isFalse();
  }
}
