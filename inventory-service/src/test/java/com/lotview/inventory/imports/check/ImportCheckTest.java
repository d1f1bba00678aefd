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
  void aFileThatLooksWrongAsAWholeIsRefused() {
    ImportCheck.Report report =
        check("Stock,Year,Make,Model,Price\nA1,2019,Ford,F-150,19\nA2,2019,Ford,F-150,20\n");

    assertThat(report.refused()).isTrue();
    assertThat(report.text()).startsWith("REFUSED: the file looks wrong as a whole");
    assertThat(check("just text").refused()).isTrue();
  }

  private static ImportCheck.Report check(String text) {
    return ImportCheck.of(text.getBytes(StandardCharsets.UTF_8), Clock.systemUTC());
  }
}
