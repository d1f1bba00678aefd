package com.lotview.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LoginLimitTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  @Test
  void fourFailuresDoNotLock() {
    assertThat(LoginLimit.wait(minutesAgo(0, 1, 2, 3), NOON)).isZero();
  }

  @Test
  void fiveFailuresWithinTheWindowLockFromTheLastOne() {
    assertThat(LoginLimit.wait(minutesAgo(2, 3, 4, 5, 17), NOON)).isEqualTo(Duration.ofMinutes(28));
  }

  @Test
  void fiveFailuresSpreadWiderDoNotLock() {
    assertThat(LoginLimit.wait(minutesAgo(2, 3, 4, 5, 18), NOON)).isZero();
  }

  @Test
  void theLockEndsAfterHalfAnHour() {
    assertThat(LoginLimit.wait(minutesAgo(30, 31, 32, 33, 34), NOON)).isZero();
    assertThat(LoginLimit.wait(minutesAgo(29, 31, 32, 33, 34), NOON))
        .isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void afterTheLockOneMoreFailureDoesNotLockAgain() {
    assertThat(LoginLimit.wait(minutesAgo(0, 31, 32, 33, 34), NOON)).isZero();
  }

  private static List<Instant> minutesAgo(long... minutes) {
    return Stream.of(java.util.Arrays.stream(minutes).boxed().toArray(Long[]::new))
        .map(m -> NOON.minus(Duration.ofMinutes(m)))
        .toList();
  }
}
