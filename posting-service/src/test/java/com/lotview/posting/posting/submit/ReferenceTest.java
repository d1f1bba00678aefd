package com.lotview.posting.posting.submit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceTest {
  private static final String MARKER = "LV-7Q4K9";

  @ParameterizedTest
  @CsvSource({
    "A clean truck. Call us., A clean truck. (Ref LV-7Q4K9) Call us.",
    "'A clean truck!\nCall us.', 'A clean truck! (Ref LV-7Q4K9)\nCall us.'",
    "'2019 Jeep Wrangler\n\nCall us.', '2019 Jeep Wrangler (Ref LV-7Q4K9)\n\nCall us.'",
    "A 2.5 litre engine and more., A 2.5 litre engine and more. (Ref LV-7Q4K9)",
    "Fine. Call us any time., Fine. Call us any time. (Ref LV-7Q4K9)",
    "Fine., (Ref LV-7Q4K9) Fine.",
  })
  void itStandsBehindTheFirstSentence(String text, String expected) {
    assertThat(Reference.in(text.replace("\\n", "\n"), MARKER))
        .isEqualTo(expected.replace("\\n", "\n"));
  }

  @Test
  void beforeALongSentenceItStandsInFront() {
    String endless = "word ".repeat(60).strip();
    assertThat(Reference.in(endless, MARKER)).isEqualTo("(Ref LV-7Q4K9) " + endless);
  }
}
