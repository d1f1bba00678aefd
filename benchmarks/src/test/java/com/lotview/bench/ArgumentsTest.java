package com.lotview.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
  private final Arguments none = new Arguments(List.of());

  @Test
  void whatIsAbsent_isTheDefault() {
    assertThat(none.number(0, 200)).isEqualTo(200);
    assertThat(none.numbers(1, "1000,5")).containsExactly(1000, 5);
    assertThat(none.pattern(0).matcher("anything").find()).isTrue();
  }

  @Test
  void whatIsGiven_isRead() {
    Arguments given = new Arguments(List.of("30", "1,2", "captcha.*"));

    assertThat(given.number(0, 200)).isEqualTo(30);
    assertThat(given.numbers(1, "1000")).containsExactly(1, 2);
    assertThat(given.pattern(2).matcher("no trouble").find()).isFalse();
  }

  @Test
  void anEmptyList_isNotTheDefault() {
    assertThat(new Arguments(List.of("5", "")).numbers(1, "1000")).isEmpty();
  }

  @Test
  void noNumber_isRefusedWithASentence() {
    assertThatThrownBy(() -> new Arguments(List.of("many")).number(0, 200))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'many' is no number");
  }
}
