package com.lotview.inventory.type;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VinOriginTest {
  @ParameterizedTest
  @CsvSource({
    "5TDXZ3DC2KS015402, 2019, Toyota",
    "5TDXZ3DC2KS015402, 2019, TOYOTA",
    "5TDXZ3DC2KS015402, 2018, Toyota",
    "1C4RJFBG8KC000001, 2019, Jeep",
    "1C4SDHCT8KC000001, 2019, Dodge",
    // Of another continent, where position 10 is free.
    "WVWZZZ1JZ3W386752, 2019, Volkswagen",
    // A maker that is not in the table.
    "9ZZXZ3DC2KS015402, 2019, Lada"
  })
  void aNumberThatAgreesIsNotSpokenOf(String vin, int year, String make) {
    assertThat(VinOrigin.contradictions(number(vin), year, make)).isEmpty();
  }

  @Test
  void anotherMakeAndAnotherYearAreNamed() {
    assertThat(VinOrigin.contradictions(number("5TDXZ3DC2KS015402"), 2014, "Kia"))
        .containsExactly(
            "the number begins as those of Toyota do",
            "its tenth character is that of 1989 or 2019");
    assertThat(VinOrigin.contradictions(number("5TDXZ3DC20S015402"), 2014, null))
        .containsExactly("its tenth character is that of no model year");
  }

  private static VehicleNumber number(String vin) {
    return ((VehicleNumber.Known) VehicleNumber.read(vin, 2019)).number();
  }
}
