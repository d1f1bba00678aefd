package com.lotview.inventory.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers of vehicles as files write them; one that is none costs its cell. */
class VinCellTest {
  private static final String HEAD = "Stock;VIN;Year;Make;Model;Price\n";

  @ParameterizedTest
  @CsvSource({
    "1FTEW1EP1 KF100105, 2019, 1FTEW1EP1KF100105",
    "1ftew1ep1kf100105, 2019, 1FTEW1EP1KF100105",
    "1FTEW1EP1-KF1-00105, 2019, 1FTEW1EP1KF100105",
    "VIN: 1FTEW1EP1KF100105, 2019, 1FTEW1EP1KF100105",
    "*1FTEW1EP1KF100105*, 2019, 1FTEW1EP1KF100105",
    "1FTEW1EP1KF100105 (see title), 2019, 1FTEW1EP1KF100105",
    "１FTEW1EP1KF100105, 2019, 1FTEW1EP1KF100105",
    "124379N612345, 1969, 124379N612345",
    "5F07X123456, 1965, 5F07X123456",
    "34657K 123456, 1963, 34657K123456",
    "JZX100-0012345, 1997, JZX100-0012345",
    "BNR32 - 305123, 1993, BNR32-305123",
    "ae86-5012345, 1985, AE86-5012345",
    "GD1-1012345, 2008, GD1-1012345"
  })
  void number_isStoredAsWhatItIs(String cell, int year, String stored) {
    Look look = Look.at(HEAD + "A1;%s;%d;Ford;F-150;19995\n".formatted(cell, year));

    assertThat(look.only().vin()).isEqualTo(stored);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1FTEW1EPOKF100105",
        "1FTEW1EP1KF10010",
        "PENDING",
        "TO FOLLOW",
        "00000000000000000",
        "XXXXXXXXXXXXXXXXX",
        "11111111111111111",
        "1FTEW1EP1KF1001051FTEW1EP9KF100112",
        "1FTEW1EP1KF100105 / 1FTEW1EP9KF100112",
        "see window",
        "1FTEW1EP*KF100105",
        "1.23457E+16"
      })
  void whatIsNoNumber_costsItsCell(String cell) {
    Look look = Look.at(HEAD + "A1;%s;2019;Ford;F-150;19995\n".formatted(cell));

    assertThat(look.only().vin()).isNull();
    assertThat(look.only().stockNumber()).isEqualTo("A1");
    assertThat(look.warnings("A1")).anyMatch(w -> w.startsWith("VIN: ") && w.contains("left out"));
  }

  @Test
  void whatIsNoNumber_costsTheRowIfNothingElseNamesTheVehicle() {
    Look look = Look.at(HEAD + ";1FTEW1EP1KF10010;2019;Ford;F-150;19995\n");

    assertThat(look.numbers()).isEmpty();
    assertThat(look.refusals().getFirst()).contains("17 letters and digits");
  }

  @Test
  void placeholderInTwoRows_makesNoDuplicate() {
    Look look =
        Look.at(
            HEAD
                + "A1;00000000000000000;2019;Ford;F-150;19995\n"
                + "A2;00000000000000000;2018;Ford;F-150;18995\n");

    assertThat(look.numbers()).containsExactly("A1", "A2");
  }
}
