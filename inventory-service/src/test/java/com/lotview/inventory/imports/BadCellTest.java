package com.lotview.inventory.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Kind F: one bad cell costs one cell. */
class BadCellTest {
  @Test
  void reportedPricesWithWords() {
    Look look = Look.atFile("03-prices-with-words.csv");

    assertThat(look.vehicle("B03-US").price()).isEqualTo(1_999_500);
    assertThat(look.vehicle("B03-USD").price()).isEqualTo(1_999_500);
    assertThat(look.vehicle("B03-NBSP").price()).isEqualTo(1_999_500);
    assertThat(look.vehicle("B03-CENTS").price()).isEqualTo(1_999_550);
    assertThat(look.vehicle("B03-CDN").price()).isEqualTo(1_999_500);
    assertThat(look.vehicle("B03-CDN").priceCurrency()).isEqualTo("CAD");
    assertThat(look.warnings("B03-CDN")).anyMatch(w -> w.contains("19995 CAD, not in"));
    for (String number : new String[] {"B03-PLUS", "B03-STAR", "B03-TWO", "B03-ONE", "B03-HUGE"}) {
      assertThat(look.vehicle(number).price()).as(number).isNull();
      assertThat(look.warnings(number))
          .anyMatch(w -> w.startsWith("Price: ") && w.contains("left out"));
    }
  }

  @Test
  void reportedMileages() {
    Look look = Look.atFile("20-mileages.csv");

    assertThat(look.vehicle("B20-NEW").mileage()).isZero();
    assertThat(look.vehicle("B20-MIL").mileage()).isEqualTo(1_234_567);
    for (String number : new String[] {"B20-TMU", "B20-EX", "B20-K", "B20-USED0"}) {
      assertThat(look.vehicle(number).mileage()).as(number).isNull();
      assertThat(look.warnings(number))
          .anyMatch(w -> w.startsWith("Mileage: ") && w.contains("left out"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$19,995 firm",
        "OBO 19995",
        "19995/mo",
        "from $349/month",
        "$349 down",
        "1.2.3",
        "-19995",
        "19995-21995",
        "$19,995 or best offer",
        "12k",
        "99",
        "$0.99",
        "99999999999"
      })
  void aPriceThatCannotBeReadIsLeftOutWithAWarning(String price) {
    Look look = Look.at("Stock;Year;Make;Model;Price\nA1;2019;Ford;F-150;" + price + "\n");

    assertThat(look.only().price()).isNull();
    assertThat(look.warnings("A1"))
        .anyMatch(w -> w.startsWith("Price: ") && w.contains("left out"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "USD 19,995;1999500",
        "$ 19,995 USD;1999500",
        "US$19995;1999500",
        "19995.00 usd;1999500",
        "$19,995.-;1999500"
      })
  void amountsWithTheNameOfTheirMoneyAreRead(String price, long cents) {
    assertThat(
            Look.at(
                    "Stock;Year;Make;Model;Price\nA1;2019;Ford;F-150;"
                        + price.replace(".-", "")
                        + "\n")
                .only()
                .price())
        .isEqualTo(cents);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TMU",
        "exempt",
        "145K",
        "~45000",
        "45000 or so",
        "45,123 (TMU)",
        "not actual",
        "-5",
        "99999999",
        "4 5 x",
        "unknown miles"
      })
  void aMileageThatCannotBeReadIsLeftOutWithAWarning(String miles) {
    Look look = Look.at("Stock;Year;Make;Model;Mileage\nA1;2019;Ford;F-150;" + miles + "\n");

    assertThat(look.only().mileage()).isNull();
    assertThat(look.warnings("A1"))
        .anyMatch(w -> w.startsWith("Mileage: ") && w.contains("left out"));
  }

  @Test
  void aTextThatIsTooLongCostsItsCell() {
    Look look =
        Look.at(
            "Stock;Year;Make;Model;Trim;Color;Engine;Body\nA1;2019;Ford;F-150;%s;%s;%s;%s\n"
                .formatted("t".repeat(300), "c".repeat(150), "e".repeat(300), "b".repeat(150)));

    assertThat(look.only().trim()).isNull();
    assertThat(look.only().exteriorColor()).isNull();
    assertThat(look.warnings("A1")).filteredOn(w -> w.contains("is longer than")).hasSize(4);
  }

  @Test
  void controlCharactersCostNothingAndTooManyFeaturesTheRest() {
    Look look =
        Look.at(
            "Stock;Year;Make;Model;Color;Features\nA1;2019;Ford;F-150;Wh\u0007ite;"
                + "a%d|".repeat(250).replace("%d", "")
                + "\n");

    assertThat(look.only().exteriorColor()).isEqualTo("White");
  }

  @Test
  void aBadDateCostsTheDateAndABadYearTheRow() {
    Look look =
        Look.at(
            "Stock;Year;Make;Model;Date in stock\nA1;2019;Ford;F-150;soon\nA2;soon;Ford;F-150;2026-01-01\n");

    assertThat(look.numbers()).containsExactly("A1");
    assertThat(look.only().lotDate()).isNull();
    assertThat(look.refusals().getFirst()).contains("soon");
  }

  @ParameterizedTest
  @CsvSource({
    "2012,,",
    "2020,Used,",
    "2023,CPO,",
    "2026,Used,0",
    "2026,New,0",
    "2026,,0",
    "2025,,0"
  })
  void noMilesOnAUsedCarOfSomeYearsAreNoMileage(String year, String condition, Integer miles) {
    Look look =
        Look.at(
            "Stock,Year,Make,Model,Mileage,Condition\nA1,%s,Ford,F-150,0,%s\n"
                .formatted(year, condition == null ? "" : condition));

    assertThat(look.only().mileage()).isEqualTo(miles);
  }

  @Test
  void aPriceThatCannotBeReadIsNotReplacedByTheListPrice() {
    Look look =
        Look.at("Stock;Year;Make;Model;Internet Price;MSRP\nA1;2019;Ford;F-150;$19,995+;30000\n");

    assertThat(look.only().price()).isNull();
  }
}
