package com.lotview.inventory.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.inventory.vehicle.Vehicle;
import com.lotview.inventory.vehicle.VehicleFacts;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kind D: two spellings of one stock number or VIN name one vehicle. */
class SameKeyTest {
  private static final String HEAD = "Stock,VIN,Year,Make,Model,Price\n";
  private static final String VIN = "1FTEW1EP1KF100105";

  @Test
  void reportedGuardsOfSpreadsheetsAreNoPartOfTheCells() {
    Look look = Look.atFile("06-excel-text-guard.csv");

    assertThat(look.numbers()).containsExactly("0012345", "0012346", "0012347");
    assertThat(look.vehicle("0012345").vin()).isEqualTo("1FTEW1EP0KF100175");
    VehicleFacts second = look.vehicle("0012346");
    assertThat(second.vin()).isEqualTo("1FTEW1EP8KF100182");
    assertThat(second.year()).isEqualTo(2019);
    assertThat(second.model()).isEqualTo("F-150");
    assertThat(second.mileage()).isEqualTo(45_123);
    assertThat(second.price()).isEqualTo(1_999_500);
  }

  @Test
  void reportedInvisibleCharactersMakeNoSecondVehicle() {
    List<Vehicle> first =
        Look.after(List.of(), Look.bytes("09a-plain.csv"), false, new ArrayList<>());

    List<Vehicle> second =
        Look.after(first, Look.bytes("09b-invisible.csv"), false, new ArrayList<>());

    assertThat(second)
        .extracting(vehicle -> vehicle.facts().stockNumber())
        .containsExactly("B09-1", "B09-2", "B09-4", "B09-3");
    assertThat(second.get(1).facts().vin()).isEqualTo("1FTEW1EP8KF100280");
    assertThat(second.get(3).facts().mileage()).isNull();
    assertThat(second.get(3).facts().price()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ab-12é", "AB-12É", "\u200BAB-12É", "AB-12É\uFEFF", "AB-12E\u0301", "\u00A0AB-12É\u2007",
        "AB\u201112É", "AB\u00AD-12É", "=\"AB-12É\"", "'AB-12É", "\u202AAB-12É\u202C",
            "AB-12\u200DÉ",
        "ＡＢ-12É", "\tAB-12É", "“AB-12É”"
      })
  void everySpellingOfAStockNumberIsTheSame(String other) {
    List<Vehicle> first = Look.after(List.of(), HEAD + "AB-12É,,2019,Ford,F-150,19995\n", false);

    List<Vehicle> second = Look.after(first, HEAD + other + ",,2019,Ford,F-150,18995\n", false);

    assertThat(second).hasSize(1);
    assertThat(second.getFirst().facts().stockNumber()).isEqualTo("AB-12É");
    assertThat(second.getFirst().facts().price()).isEqualTo(1_899_500);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1ftew1ep1kf100105",
        "\u200B" + VIN,
        VIN + "\u00A0",
        "=\"" + VIN + "\"",
        "'" + VIN,
        "1FTEW1EP1 KF100105",
        "1FTEW1EP1\u200BKF100105",
        "\"\"\"" + VIN + "\"\"\"",
        "1FTEW1EP1-KF100105",
        "\uFEFF" + VIN
      })
  void everySpellingOfAVinIsTheSame(String other) {
    List<Vehicle> first =
        Look.after(List.of(), HEAD + "A1," + VIN + ",2019,Ford,F-150,19995\n", false);

    List<Vehicle> second =
        Look.after(first, HEAD + "," + other + ",2019,Ford,F-150,18995\n", false);

    assertThat(second).hasSize(1);
    assertThat(second.getFirst().facts().stockNumber()).isEqualTo("A1");
    assertThat(second.getFirst().facts().vin()).isEqualTo(VIN);
    assertThat(second.getFirst().facts().price()).isEqualTo(1_899_500);
  }

  @Test
  void twoSpellingsInOneFileAreTheSameNumberTwice() {
    assertThat(Look.at(HEAD + "ab1,,2019,Ford,F-150,1\nAB1,,2019,Ford,F-150,1\n").refusals())
        .containsExactly("the same stock number as in line 2");
  }

  @Test
  void aTextThatNumbersNothingIsNoStockNumber() {
    Look look =
        Look.at(
            "Stock,VIN,Year,Make,Model\nTBD,1FTEW1EP1KF100105,2019,Ford,F-150\n"
                + "Ask us!,1FTEW1EP9KF100112,2019,Ford,F-150\nAsk us!,1FTEW1EP1KF100119,2019,Ford,F-150\n");

    assertThat(look.numbers())
        .containsExactly("1FTEW1EP1KF100105", "1FTEW1EP9KF100112", "1FTEW1EP1KF100119");
  }
}
