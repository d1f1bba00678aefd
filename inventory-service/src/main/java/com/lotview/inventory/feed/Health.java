package com.lotview.inventory.feed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a feed's files come as expected.
 *
 * @param cameAt when it last brought a file, also an unchanged one; at first when it was made
 * @param failures since then
 * @param alarm null: no problem
 * @param since when the alarm was raised; null: no problem
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

  /** A file has come, without a problem. */
  Health came(Instant now) {
    return new Health(now, 0, null, null);
  }

  /** A file has come with less than half of the vehicles. */
  Health halved(Instant now) {
    return new Health(now, 0, Alarm.HALVED, alarm == Alarm.HALVED ? since : now);
  }

  /**
   * A run failed.
   *
   * @param most number of failures in a row that raises the alarm
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

  // One notice for a feed that does not come, for any cause.
  private Health missed(Alarm how, Instant now) {
    return alarm == Alarm.LATE || alarm == Alarm.FAILING
        ? this
        : new Health(cameAt, failures, how, now);
  }
}
