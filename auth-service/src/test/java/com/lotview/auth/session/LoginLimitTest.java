package com.lotview.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoginLimitTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  @Test
  void fourFailuresDoNotLock() {
    assertThat(wait(3, 2, 1, 0)).isZero();
  }

  @Test
  void fiveFailuresWithinTheWindowLockFromTheLastOne() {
    assertThat(wait(17, 5, 4, 3, 2)).isEqualTo(Duration.ofMinutes(28));
  }

  @Test
  void fiveFailuresSpreadWiderDoNotLock() {
    assertThat(wait(18, 5, 4, 3, 2)).isZero();
  }

  @Test
  void theLockEndsAfterHalfAnHour() {
    assertThat(wait(34, 33, 32, 31, 30)).isZero();
    assertThat(wait(34, 33, 32, 31, 29)).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void afterTheLockOneMoreFailureDoesNotLockAgain() {
    assertThat(wait(34, 33, 32, 31, 30, 0)).isZero();
  }

  @Test
  void eachFurtherLockLastsTwiceAsLong_upToADay() {
    List<Instant> failures = new ArrayList<>();
    Instant now = NOON;
    for (long minutes : new long[] {30, 60, 120, 240, 480, 960, 1440, 1440}) {
      for (int i = 0; i < 5; i++) {
        failures.add(now);
      }
      assertThat(LoginLimit.wait(failures, 5, now)).isEqualTo(Duration.ofMinutes(minutes));
      now = now.plus(Duration.ofMinutes(minutes));
      assertThat(LoginLimit.wait(failures, 5, now)).isZero();
    }
  }

  private static Duration wait(long... minutesAgo) {
    List<Instant> failures =
        Arrays.stream(minutesAgo).mapToObj(m -> NOON.minus(Duration.ofMinutes(m))).toList();
    return LoginLimit.wait(failures, 5, NOON);
  }
}
