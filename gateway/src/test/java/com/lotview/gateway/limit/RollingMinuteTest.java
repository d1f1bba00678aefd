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
    assertThat(minute.take(START)).isZero();
    assertThat(minute.take(START.plusSeconds(30))).isZero();
    assertThat(minute.take(START.plusSeconds(40))).isEqualTo(Duration.ofSeconds(20));

    assertThat(minute.take(START.plusSeconds(60))).isZero();
    assertThat(minute.take(START.plusSeconds(60))).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void afterAMinuteOfRestItIsIdle() {
    RollingMinute minute = new RollingMinute(2);
    minute.take(START);
    assertThat(minute.idle(START.plusSeconds(59))).isFalse();
    assertThat(minute.idle(START.plusSeconds(60))).isTrue();
  }
}
