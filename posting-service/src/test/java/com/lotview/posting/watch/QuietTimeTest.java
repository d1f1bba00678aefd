package com.lotview.posting.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietTimeTest {
  private static final ZoneId DENVER = ZoneId.of("America/Denver");
  private final QuietTime quiet =
      new QuietTime(LocalTime.of(23, 0), Duration.ofHours(3), new Random(7));

  @ParameterizedTest
  @CsvSource({
    "2026-07-01T20:00:00Z, 2026-07-02T05:00:00Z",
    "2026-07-02T04:59:59Z, 2026-07-02T05:00:00Z",
    // It has begun: the next one.
    "2026-07-02T05:00:00Z, 2026-07-03T05:00:00Z",
    // The clocks go back on the first of November.
    "2026-11-01T07:00:00Z, 2026-11-02T06:00:00Z",
  })
  void theNextLook_isWithinTheNextQuietTimeOfTheZone(Instant now, Instant begin) {
    for (int i = 0; i < 100; i++) {
      assertThat(quiet.next(now, DENVER)).isBetween(begin, begin.plus(Duration.ofHours(3)));
    }
  }

  @Test
  void afterAFailure_itIsSoonWhileTheQuietTimeLasts() {
    Instant now = Instant.parse("2026-07-02T07:00:00Z");
    assertThat(quiet.afterFailure(now, DENVER)).isEqualTo(now.plus(QuietTime.SOON));
    Instant late = Instant.parse("2026-07-02T07:45:00Z");
    assertThat(quiet.afterFailure(late, DENVER)).isAfter(Instant.parse("2026-07-03T05:00:00Z"));
  }
}
