package com.lotview.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RollingMinuteTest {
  private static final Instant START = Instant.parse("2026-11-21T12:00:59Z");

  @Test
  void noSixtySecondsHoldMoreThanTheLimit() {
    RollingMinute minute = new RollingMinute(2);
    assertThat(minute.take(START)).isEqualTo(answer(true, 1, 60));
    assertThat(minute.take(START.plusSeconds(30))).isEqualTo(answer(true, 0, 30));
    assertThat(minute.take(START.plusSeconds(40))).isEqualTo(answer(false, 0, 20));

    assertThat(minute.take(START.plusSeconds(60))).isEqualTo(answer(true, 0, 30));
    assertThat(minute.take(START.plusSeconds(60))).isEqualTo(answer(false, 0, 30));
  }

  @Test
  void tighterAnswer_isTheOneThatLeavesLess() {
    assertThat(answer(true, 3, 9).tighter(answer(true, 7, 1))).isEqualTo(answer(true, 3, 9));
    assertThat(answer(true, 7, 1).tighter(answer(true, 3, 9))).isEqualTo(answer(true, 3, 9));
    assertThat(answer(true, 7, 1).tighter(answer(false, 0, 9))).isEqualTo(answer(false, 0, 9));
  }

  private static RollingMinute.Answer answer(boolean granted, int left, int seconds) {
    return new RollingMinute.Answer(granted, 2, left, Duration.ofSeconds(seconds));
  }
}
