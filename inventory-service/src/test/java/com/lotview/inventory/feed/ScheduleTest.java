package com.lotview.inventory.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {
  private static Schedule at(String zone, String... times) {
    return new Schedule(null, Stream.of(times).map(LocalTime::parse).toList(), ZoneId.of(zone));
  }

  @ParameterizedTest
  @CsvSource({
    // Denver is seven hours behind in winter.
    "2026-11-30T10:00:00Z, 2026-11-30T13:00:00Z",
    "2026-11-30T13:00:00Z, 2026-11-30T20:30:00Z",
    "2026-11-30T20:30:00Z, 2026-12-01T13:00:00Z",
    "2026-12-01T02:00:00Z, 2026-12-01T13:00:00Z"
  })
  void timesAreThoseOfTheDealershipsDay(Instant after, Instant next) {
    assertThat(at("America/Denver", "13:30", "06:00").next(after)).isEqualTo(next);
  }

  @Test
  void aTimeThatTheChangeOfClocksLeavesOutComesAnHourLaterAndOneThatIsThereTwiceOnce() {
    Schedule spring = at("America/Denver", "02:30");
    Instant skipped = spring.next(Instant.parse("2027-03-14T07:00:00Z"));
    assertThat(skipped).isEqualTo(Instant.parse("2027-03-14T09:30:00Z"));

    Schedule autumn = at("America/Denver", "01:30");
    Instant first = autumn.next(Instant.parse("2027-11-07T06:00:00Z"));
    assertThat(first).isEqualTo(Instant.parse("2027-11-07T07:30:00Z"));
    assertThat(autumn.next(first)).isEqualTo(Instant.parse("2027-11-08T08:30:00Z"));
  }

  @Test
  void oneThatMissedASecondTimeIsLateAnHourAfterwards() {
    Instant came = Instant.parse("2026-11-30T13:00:00Z");

    assertThat(new Schedule(60, List.of(), ZoneOffset.UTC).lateAfter(came))
        .isEqualTo("2026-11-30T16:00:00Z");
    assertThat(at("America/Denver", "06:00").lateAfter(came)).isEqualTo("2026-12-02T14:00:00Z");
  }

  @Test
  void itHasEitherADistanceOrTimes() {
    assertThatThrownBy(() -> new Schedule(null, List.of(), ZoneOffset.UTC))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Schedule(60, List.of(LocalTime.NOON), ZoneOffset.UTC))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
