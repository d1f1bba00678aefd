package com.lotview.inventory.imports.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** A plain cell is passed by quickly: that must not differ from what the rules make of it. */
class CellsTest {
  private static final String SIGNS = "aB 3-–\"'`=&;\t \u00A0\u200Bé";

  @Test
  void a_line_has_single_blanks_inside_only() {
    random(text -> assertThat(Cells.line(text)).isEqualTo(text.replaceAll("\\h+", " ").strip()));
  }

  @Test
  void a_code_has_no_quotes_around_it() {
    random(text ->
        assertThat(Cells.code(text))
            .isEqualTo(
                text.replaceAll("\\h+", " ")
                    .strip()
                    .replaceAll("^[\"'`]+|\"+$", "")
                    .replace('–', '-')
                    .strip()));
  }

  @Test
  void a_clean_cell_has_no_invisible_signs_and_no_guard() {
    assertThat(Cells.clean("a\u200Bb")).isEqualTo("ab");
    assertThat(Cells.clean("=\"00123\"")).isEqualTo("00123");
    assertThat(Cells.clean("  =\"00123\" ")).isEqualTo("00123");
    assertThat(Cells.clean("A&amp;B")).isEqualTo("A&B");
    assertThat(Cells.clean("plain 2.5L")).isEqualTo("plain 2.5L");
  }

  private static void random(java.util.function.Consumer<String> check) {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(8); length > 0; length--) {
        text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
      }
      check.accept(text.toString());
    }
  }
}
