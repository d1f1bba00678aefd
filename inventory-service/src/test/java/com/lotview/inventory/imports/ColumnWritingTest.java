package com.lotview.inventory.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.inventory.vehicle.VehicleFacts;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Kind C: a column shows how its numbers, dates and names are written. */
class ColumnWritingTest {
  @Test
  void reportedFloatsAreWholeNumbers() {
    Look look = Look.atFile("11-whole-numbers-as-floats.csv");

    assertThat(look.numbers()).containsExactly("1234567", "1234568", "1234569");
    assertThat(look.vehicles()).extracting(VehicleFacts::model).containsExactly("911", "500", "3");
    assertThat(look.vehicle("1234567").mileage()).isEqualTo(45_123);
    assertThat(look.vehicle("1234567").price()).isEqualTo(8_999_500);
  }

  @Test
  void reportedThreeDecimalsAreNoThousands() {
    Look look = Look.atFile("13-three-decimals.csv");

    assertThat(look.vehicle("B13-1").mileage()).isEqualTo(12);
    assertThat(look.vehicle("B13-1").price()).isEqualTo(4_599_500);
    assertThat(look.vehicle("B13-2").mileage()).isEqualTo(45_123);
    assertThat(look.vehicle("B13-3").mileage()).isEqualTo(120_346);
    assertThat(look.vehicle("B13-4").price()).isEqualTo(99_500);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        // Two mileages; what they are.
        "12.000 # 45123.000 # 12 # 45123",
        "1,234.000 # 12.000 # 1234 # 12",
        "12,000 # 45123,000 # 12 # 45123",
        "45.123 # 9.500 # 45123 # 9500",
        "45,123 # 9,500 # 45123 # 9500",
        "45.123 # 120.345 # 45123 # 120345",
        "1.234.567 # 12.000 # 1234567 # 12000",
        "45123.00 # 12.00 # 45123 # 12",
        "45123.0 # 12.0 # 45123 # 12",
        "45 123 # 9 500 # 45123 # 9500",
        "45'123 # 9'500 # 45123 # 9500",
        "12,000 # 8,000 # 12000 # 8000"
      })
  void theColumnTellsWhatAMarkMeans(String first, String second, int one, int two) {
    Look look =
        Look.at(
            "Stock;Year;Make;Model;Mileage\nA1;2024;Kia;Rio;%s\nA2;2024;Kia;Rio;%s\n"
                .formatted(first, second));

    assertThat(look.vehicle("A1").mileage()).isEqualTo(one);
    assertThat(look.vehicle("A2").mileage()).isEqualTo(two);
  }

  @Test
  void threeZerosAfterAPointAreLeftOutWhereNothingTells() {
    Look look =
        Look.at("Stock;Year;Make;Model;Mileage\nA1;2024;Kia;Rio;12.000\nA2;2024;Kia;Rio;8.000\n");

    assertThat(look.vehicle("A1").mileage()).isNull();
    assertThat(look.warnings("A1")).anyMatch(warning -> warning.contains("decimals or thousands"));
  }

  @Test
  void pricesTellHowMilesAreWritten() {
    Look look =
        Look.at(
            "Stock;Year;Make;Model;Mileage;Price\nA1;2024;Kia;Rio;12.000;45995.000\n"
                + "A2;2024;Kia;Rio;8.000;995.000\n");

    assertThat(look.vehicle("A1").mileage()).isEqualTo(12);
    assertThat(look.vehicle("A2").price()).isEqualTo(99_500);
  }

  @ParameterizedTest
  @CsvSource({
    "'19.995,00', 1999500",
    "'19995,50', 1999550",
    "'19,995.00', 1999500",
    "19 995, 1999500"
  })
  void amountsOfOtherCountriesAreRead(String cell, long cents) {
    assertThat(
            Look.at("Stock;Year;Make;Model;Price\nA1;2024;Kia;Rio;" + cell + "\n").only().price())
        .isEqualTo(cents);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.23E+05", "1E+05", "1,23E+05", "#REF!", "########", "#VALUE!"})
  void whatASpreadsheetDestroyedIsNamedAndNotImported(String ruined) {
    Look look =
        Look.at(
            "Stock;VIN;Year;Make;Model;Mileage;Price;Trim\n"
                + "A1;;2024;Kia;Rio;%1$s;%1$s;%1$s\n%1$s;;2024;Kia;Rio;5;9995;LX\n"
                    .formatted(ruined)
                + ruined
                + ";1FTEW1EP1KF100105;2024;Kia;Rio;5;9995;LX\n");

    assertThat(look.vehicle("A1").mileage()).isNull();
    assertThat(look.vehicle("A1").price()).isNull();
    assertThat(look.vehicle("A1").trim()).isNull();
    assertThat(look.warnings("A1")).anyMatch(warning -> warning.contains("spreadsheet"));
    assertThat(look.refusals().getFirst()).contains("spreadsheet");
    assertThat(look.vehicle("1FTEW1EP1KF100105").model()).isEqualTo("Rio");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3-Sep",
        "Sep-03",
        "5-Mar",
        "9/3/2024",
        "2024-09-03 00:00:00",
        "3. Sep",
        "9-Mai",
        "#NAME?"
      })
  void aModelThatBecameADateIsNotTaken(String model) {
    Look look =
        Look.at(
            "Stock;Year;Make;Model;Price\nA1;2008;Saab;%s;2995\nA2;2008;Saab;9-5;2995\n"
                .formatted(model));

    assertThat(look.numbers()).containsExactly("A2");
    assertThat(look.refusals().getFirst()).contains("\"" + model + "\"").contains("spreadsheet");
  }

  @Test
  void aStockNumberLikeADateOrWithAnEIsKept() {
    assertThat(
            Look.at(
                    "Stock;Year;Make;Model\n2E123;2008;Saab;9-5\nSEP-0312;2008;Saab;9-5\n9-3A;2008;Saab;9-3\n")
                .numbers())
        .containsExactly("2E123", "SEP-0312", "9-3A");
  }

  @Test
  void aModelKeepsItsPointWhereTheColumnHasOthers() {
    Look look =
        Look.at(
            "Stock;Year;Make;Model;Trim;Engine\nA1;2008;Rover;2.0;2.0;2.0\nA2;2008;Rover;2.5;3.5;3.0\n");

    assertThat(look.vehicle("A1").model()).isEqualTo("2.0");
    assertThat(look.vehicle("A1").trim()).isEqualTo("2.0");
    assertThat(look.vehicle("A1").engine()).isEqualTo("2.0");
  }

  @Test
  void floatsAmongNamesAreReadWhereTheFileWritesNumbersSo() {
    Look look =
        Look.at(
            "Stock;Year;Make;Model;Trim;Cylinders\nX9;2008.0;Mazda;3.0;350.0;4.0\nX8;2008.0;Mazda;CX-9;GT;6.0\n");

    assertThat(look.vehicle("X9").model()).isEqualTo("3");
    assertThat(look.vehicle("X9").trim()).isEqualTo("350");
    assertThat(look.vehicle("X9").engine()).isEqualTo("4 cylinders");
  }

  @ParameterizedTest
  @CsvSource({
    "3/9/2024, 25/12/2023, 2024-09-03",
    "3/9/2024, 12/25/2023, 2024-03-09",
    "3/9/2024, 1/2/2024, 2024-03-09",
    "3.9.2024, 1.2.2024, 2024-09-03",
    "03-09-2024, 25-12-2023, 2024-09-03",
    "2024/09/03, 2024/12/25, 2024-09-03",
    "20240903, 20241225, 2024-09-03",
    "3-Sep-2024, 25-Dec-2023, 2024-09-03",
    "'Sep 3, 2024', 'Dec 25, 2023', 2024-09-03",
    "45538, 45600, 2024-09-03",
    "2024-09-03T10:00:00-05:00, 2024-12-25, 2024-09-03",
    "9/3/24 0:00, 12/25/23 0:00, 2024-09-03"
  })
  void theColumnTellsWhetherTheDayComesFirst(String date, String other, LocalDate expected) {
    Look look =
        Look.at(
            "Stock;Year;Make;Model;Date in Stock\nA1;2024;Kia;Rio;%s\nA2;2024;Kia;Rio;%s\n"
                .formatted(date, other));

    assertThat(look.vehicle("A1").lotDate()).isEqualTo(expected);
  }

  @Test
  void aDateThatCanMeanTwoDaysIsLeftOutWhereTheColumnMixesBoth() {
    Look look =
        Look.at(
            "Stock;Year;Make;Model;Date in Stock\nA1;2024;Kia;Rio;3/9/2024\nA2;2024;Kia;Rio;25/12/2023\n"
                + "A3;2024;Kia;Rio;12/25/2023\n");

    assertThat(look.vehicle("A1").lotDate()).isNull();
    assertThat(look.vehicle("A2").lotDate()).isEqualTo(LocalDate.of(2023, 12, 25));
    assertThat(look.vehicle("A3").lotDate()).isEqualTo(LocalDate.of(2023, 12, 25));
  }

  @Test
  void yearsWithAMarkOfThousandsAreYears() {
    assertThat(Look.at("Stock;Year;Make;Model\nA1;2,024;Kia;Rio\n").only().year()).isEqualTo(2024);
  }

  @Test
  void namesThatBecameFloatsAreReadThoughOtherColumnsAreRight() {
    Look look =
        Look.at(
            "Stock;Year;Make;Model\nA1;2008;Porsche;911.0\nA2;2008;Porsche;Macan\nA3;2008;Porsche;718.0\n");

    assertThat(look.vehicles())
        .extracting(VehicleFacts::model)
        .containsExactly("911", "Macan", "718");
  }

  @Test
  void centsAfterAPointTellWhatAPointMeansInOtherColumns() {
    String rows = "A1;2024;Kia;Rio;12.000;%s\nA2;2024;Kia;Rio;8.000;%s\n";
    String head = "Stock;Year;Make;Model;Mileage;Price\n";

    assertThat(Look.at(head + rows.formatted("45995.00", "9950.00")).vehicle("A1").mileage())
        .isEqualTo(12);
    assertThat(Look.at(head + rows.formatted("45.995,00", "9.950,00")).vehicle("A1").mileage())
        .isEqualTo(12_000);
  }
}
