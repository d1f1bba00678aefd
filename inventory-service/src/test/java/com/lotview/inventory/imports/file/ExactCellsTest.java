package com.lotview.inventory.imports.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExactCellsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "=HYPERLINK(\"http://evil\",\"click\")",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "\uFF1D1+1",
        "'=1+1",
        "''=1",
        "'",
        "''",
        "'''",
        "'70s",
        "'+",
        "a=1",
        "",
        "00123",
        "&amp;lt;",
        "\"quoted\""
      })
  void a_cell_is_read_as_the_text_it_was_written_from(String text) {
    String cell = ExactCells.write(text);
    assertThat(ExactCells.read(cell)).isEqualTo(text);
    if (!cell.isEmpty()) {
      assertThat("=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20").doesNotContain(cell.substring(0, 1));
    }
  }

  @Test
  void what_is_no_formula_stays_as_it_is() {
    assertThat(ExactCells.write("'70s Mustang")).isEqualTo("'70s Mustang");
    assertThat(ExactCells.write("00123")).isEqualTo("00123");
  }
}
