package com.lotview.inventory.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.inventory.feed.Health.Alarm;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class HealthTest {
  private static final Instant START = Instant.parse("2026-11-30T06:00:00Z");
  private static final Schedule DAILY = new Schedule(1_440, List.of(), ZoneOffset.UTC);
  private static final int MAX_FAILURES = 3;

  private static Instant after(int minutes) {
    return START.plus(Duration.ofMinutes(minutes));
  }

  @Test
  void theThirdFailureInARowRaisesTheAlarmAndLaterOnesDoNotRaiseItAgain() {
    Health second =
        Health.fresh(START)
            .failed(after(10), DAILY, MAX_FAILURES)
            .failed(after(20), DAILY, MAX_FAILURES);
    assertThat(second.alarm()).isNull();

    Health third = second.failed(after(30), DAILY, MAX_FAILURES);
    assertThat(third).isEqualTo(new Health(START, 3, Alarm.FAILING, after(30)));
    assertThat(third.failed(after(40), DAILY, MAX_FAILURES))
        .isEqualTo(new Health(START, 4, Alarm.FAILING, after(30)));
  }

  @Test
  void aSuccessInBetweenCountsFromTheBeginning() {
    Health health =
        Health.fresh(START)
            .failed(after(10), DAILY, MAX_FAILURES)
            .failed(after(20), DAILY, MAX_FAILURES)
            .came(after(30))
            .failed(after(40), DAILY, MAX_FAILURES);

    assertThat(health).isEqualTo(new Health(after(30), 1, null, null));
  }

  @Test
  void oneThatDoesNotComeIsLateOnceWhicheverWayItShows() {
    Instant late = DAILY.lateAfter(START).plusSeconds(1);
    Health waiting = Health.fresh(START);

    assertThat(waiting.late(late.minusSeconds(1), DAILY)).isEqualTo(waiting);
    Health told = waiting.late(late, DAILY);
    assertThat(told.alarm()).isEqualTo(Alarm.LATE);
    assertThat(told.late(late.plusSeconds(60), DAILY)).isEqualTo(told);
    Health failed = told;
    for (int i = 0; i < MAX_FAILURES; i++) {
      failed = failed.failed(late.plusSeconds(i), DAILY, MAX_FAILURES);
    }
    assertThat(failed.alarm()).as("it was told already").isEqualTo(Alarm.LATE);
  }

  @Test
  void halvedIsAnotherTroubleThanNotComingAndComingEndsBoth() {
    Health halved = Health.fresh(START).halved(after(10));
    assertThat(halved.alarm()).isEqualTo(Alarm.HALVED);
    assertThat(halved.halved(after(20)).since()).as("since the first").isEqualTo(after(10));

    Health failing = halved;
    for (int i = 0; i < MAX_FAILURES; i++) {
      failing = failing.failed(after(30), DAILY, MAX_FAILURES);
    }
    assertThat(failing.alarm()).isEqualTo(Alarm.FAILING);
    assertThat(failing.came(after(40))).isEqualTo(Health.fresh(after(40)));
  }
}
