package com.lotview.inventory.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lotview.inventory.imports.file.UnreadableFileException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Kinds B and C again: facts that only the whole file, or a whole column, can show. */
class WholeFileTest {
  private static final String HEAD = "Stock;Year;Make;Model;Mileage;Price\n";
  private static final String ROW = "A%1$d;2019;Ford;F-150;45123;19995\n";

  @Test
  void fileThatEndsInARow_refusesThatRow() {
    Look look =
        Look.at(HEAD + ROW.formatted(1) + ROW.formatted(2) + ROW.formatted(3) + "A4;2019;Ford;F-1");

    assertThat(look.numbers()).containsExactly("A1", "A2", "A3");
    assertThat(look.refusals().getFirst()).contains("ends in the middle of this row");
  }

  @Test
  void blankCellsThatAreLeftOutElsewhereToo_areNoCut() {
    String rows = (ROW.formatted(1) + ROW.formatted(2) + ROW.formatted(3)).repeat(1);
    Look look =
        Look.at(
            HEAD
                + "A7;2019;Ford;F-150;45123\n"
                + rows
                + ROW.formatted(4)
                + ROW.formatted(5)
                + "A8;2019;Ford;F-150");

    assertThat(look.numbers()).contains("A7", "A8");
  }

  @ParameterizedTest
  @CsvSource({"2500000;1999500;899500, 500\\,000", "199;299;249, below $500"})
  void pricesInAnotherUnit_stopTheFile(String prices, String reason) {
    String[] each = prices.split(";");
    String rows = "";
    for (int i = 0; i < each.length; i++) {
      rows += "A%d;2019;Ford;F-150;45123;%s\n".formatted(i, each[i]);
    }
    String file = HEAD + rows;

    assertThatThrownBy(() -> Look.at(file))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining(reason.replace("\\", ""));
  }

  @Test
  void mileagesInThousands_stopTheFile() {
    String file =
        HEAD
            + "A1;2015;Ford;F-150;45.1;19995\nA2;2016;Ford;F-150;112.3;9995\n"
            + "A3;2019;Ford;F-150;61;19995\nA4;2026;Ford;F-150;12;49995\n";

    assertThatThrownBy(() -> Look.at(file)).hasMessageContaining("less than 1,000 miles");
  }

  @ParameterizedTest
  @ValueSource(strings = {"^", "~", "|", "\t"})
  void everyMarkMayPartTheCells(String mark) {
    assertThat(Look.at((HEAD + ROW.formatted(1) + ROW.formatted(2)).replace(";", mark)).numbers())
        .containsExactly("A1", "A2");
  }

  @ParameterizedTest
  @CsvSource({
    "x-MacRoman, Citroën, Gris métal",
    "windows-1252, Citroën, Kelley’s “Gold”",
    "windows-1252, Škoda, Grün",
    "x-MacRoman, Citroën, Señor",
    "UTF-8, Citroën, Gris métal",
    "UTF-16LE, Citroën, Grün",
    "UTF-16BE, Citroën, Grün"
  })
  void alphabetOfAFile_isToldByItsWords(String charset, String make, String color) {
    String text = "Stock;Year;Make;Model;Color\nA1;2019;%s;C3;%s\n".formatted(make, color);
    Look look = Look.at(text.getBytes(Charset.forName(charset)));

    assertThat(look.only().make()).isEqualTo(make);
    assertThat(look.only().exteriorColor()).isEqualTo(color);
  }

  @Test
  void textThatWasEncodedTwice_isNamed() {
    byte[] once = "Stock;Year;Make;Model\nA1;2019;Citroën;C3\n".getBytes(StandardCharsets.UTF_8);
    String twice = new String(once, Charset.forName("windows-1252"));

    assertThat(Look.at(twice).preview().about())
        .anyMatch(problem -> problem.line() == 2 && problem.reason().contains("encoded twice"));
  }

  @Test
  void zerosAtTheEnd_areNoText() {
    assertThat(Look.at(HEAD + ROW.formatted(1) + "\0".repeat(200)).numbers()).containsExactly("A1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {"45,12 # 9,500", "45,1234 # 9,500", "1,2 # 112,345", "45,12 # 9,500.00"})
  void commaThatIsNoneOfThousands_costsTheCell(String odd, String other) {
    Look look =
        Look.at(
            "Stock;Year;Make;Model;Mileage\nA1;2024;Kia;Rio;%s\nA2;2024;Kia;Rio;%s\n"
                .formatted(odd, other));

    assertThat(look.vehicle("A1").mileage()).isNull();
    assertThat(look.warnings("A1")).anyMatch(w -> w.contains("decimals or thousands"));
    assertThat(look.vehicle("A2").mileage()).isGreaterThan(9_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"999999", "9,999,999", "999999.0", "999999 mi"})
  void ninesStandForAMileageThatIsNotKnown(String miles) {
    Look look = Look.at("Stock;Year;Make;Model;Mileage\nA1;2019;Kia;Rio;" + miles + "\n");

    assertThat(look.only().mileage()).isNull();
    assertThat(look.warnings("A1")).anyMatch(w -> w.contains("not known"));
  }

  @ParameterizedTest
  @CsvSource({"1, 2019", "9, 2020", "5, 2012", "0, 2024"})
  void milesOfACarThatWasNeverDriven_areLeftOutOfAUsedOne(String miles, int year) {
    Look look =
        Look.at(
            "Stock;Year;Make;Model;Mileage;Condition\nA1;%d;Kia;Rio;%s;Used\n"
                .formatted(year, miles));

    assertThat(look.only().mileage()).isNull();
  }
}
