package com.lotview.inventory.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class WordsTest {
  private static final String SIGNS =
      "aZ bq's t' isn't 0123.0 1.00 2.50 (s) (S) owner(s) -/_\"&:=#%~\t\n[]{}";

  @Test
  void plain_text_has_the_words_that_any_alphabet_has() {
    Random random = new Random(19);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int part = random.nextInt(12); part > 0; part--) {
        int from = random.nextInt(SIGNS.length());
        text.append(SIGNS, from, Math.min(SIGNS.length(), from + 1 + random.nextInt(4)));
      }

      assertThat(Words.of(text.toString()))
          .as(text.toString())
          .isEqualTo(Words.split(Words.unaccented(text.toString())));
    }
  }
}
