package com.lotview.inventory.feed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a feed comes as it should.
 *
 * @param cameAt when it last brought a file, also an unchanged one; at first when it was made
 * @param failures since then
 * @param alarm null: it is well
 * @param since when the alarm was raised; null: it is well
 */
public record Health(Instant cameAt, int failures, @Nullable Alarm alarm, @Nullable Instant since) {

  /** Why a person must look. The name is API. */
  public enum Alarm {
    /** It has not come for longer than its schedule allows. */
    LATE,
    /** It cannot be fetched or read, several times in a row. */
    FAILING,
    /** It has lost more than half of its vehicles. */
    HALVED
  }

  static Health fresh(Instant now) {
    return new Health(now, 0, null, null);
  }

  /** It has come, and it is as it should be. */
  Health came(Instant now) {
    return new Health(now, 0, null, null);
  }

  /** It has come with less than half. */
  Health halved(Instant now) {
    return new Health(now, 0, Alarm.HALVED, alarm == Alarm.HALVED ? since : now);
  }

  /**
   * A run failed.
   *
   * @param most so many in a row raise the alarm
   */
  Health failed(Instant now, Schedule schedule, int most) {
    Health counted = new Health(cameAt, failures + 1, alarm, since);
    return counted.failures >= most
        ? counted.missed(Alarm.FAILING, now)
        : counted.late(now, schedule);
  }

  /** Nothing has come yet. */
  Health late(Instant now, Schedule schedule) {
    return schedule.lateAfter(cameAt).isBefore(now) ? missed(Alarm.LATE, now) : this;
  }

  // One notice for a feed that does not come, whatever the cause.
  private Health missed(Alarm how, Instant now) {
    return alarm == Alarm.LATE || alarm == Alarm.FAILING
        ? this
        : new Health(cameAt, failures, how, now);
  }
}
