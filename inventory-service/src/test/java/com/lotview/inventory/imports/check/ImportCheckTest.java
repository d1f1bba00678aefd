package com.lotview.inventory.imports.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class ImportCheckTest {
  @Test
  void everyRowIsShownWithWhatWasLeftOut() {
    ImportCheck.Report report =
        check(
            "Stock,Year,Make,Model,Mileage,Lane\nA1,2019,Ford,F-150,TMU,7\nA2,soon,Ford,F-150,5,8\n");

    assertThat(report.refused()).isFalse();
    assertThat(report.text())
        .contains("line 2: ACTIVE, stockNumber: A1 | year: 2019 | make: Ford | model: F-150")
        .contains("    Mileage: \"TMU\" is not a mileage; left out")
        .contains("line 3: REFUSED: Year: \"soon\" is not a year")
        .contains("    Lane: 7 / 8")
        .contains("1 of 2 rows would be taken");
  }

  @Test
  void wordsThatAreNotUnderstoodAreNamed() {
    String text =
        check(
                "Stock,Year,Make,Model,Mileage,Price,Body,Fuel,Trans\n"
                    + "A1,2019,Ford,F-150,5123,19995,Sporty,Plug-in Electric,Standard\n"
                    + "A2,2019,Tesla,Model 3,5123,\"19,995.50\",Sedan,Electric,1-Speed\n")
            .text();

    assertThat(text)
        .contains("price: $19995.00", "price: $19995.50")
        .contains("left out: body: \"Sporty\" says none of the form's choices")
        .contains("left out: fuel: \"Plug-in Electric\" says none of the form's choices")
        .contains(
            "Trans: \"Standard\" says neither manual nor automatic: stored, but cannot be posted")
        .doesNotContain("1-Speed\" says", "features: []");
  }

  @Test
  void aFileThatLooksWrongAsAWholeIsRefused() {
    ImportCheck.Report report =
        check("Stock,Year,Make,Model,Price\nA1,2019,Ford,F-150,19\nA2,2019,Ford,F-150,20\n");

    assertThat(report.refused()).isTrue();
    assertThat(report.text()).startsWith("REFUSED: the file looks wrong as a whole");
    assertThat(check("just text").refused()).isTrue();
  }

  @Test
  void whatManyRowsHaveInCommonIsCounted() {
    String text =
        check(
                "Stock,Year,Make,Model,Mileage,Price,Trans,\nA1,2019,Ford,F-150,TMU,19995,Automatic,x\n"
                    + "A2,2019,Ford,F-150,exempt,19995,Automatic,y\nA3,2019,Ford,F-150,5123,19995,,\n")
            .text();

    assertThat(text)
        .contains("    2 rows: Mileage: \"…\" is not a mileage; left out")
        .contains("    1 rows: Trans: no transmission: a posting stops there")
        .contains("    (without a name): x / y");
    assertThat(check("Stock,Year,Make,Model\n").text()).contains("a header and no rows");
  }

  private static ImportCheck.Report check(String text) {
    return ImportCheck.of(text.getBytes(StandardCharsets.UTF_8), Clock.systemUTC());
  }
}
