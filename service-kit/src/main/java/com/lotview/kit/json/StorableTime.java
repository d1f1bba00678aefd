package com.lotview.kit.json;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Times and dates that people can mean: from 1900 to 2199. PostgreSQL supports years up to 294276
 * and stores later dates as infinity.
 */
public final class StorableTime {
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2199;

  private StorableTime() {}

  /** Whether the moment, in UTC, lies in these years. */
  public static boolean isStorable(Instant time) {
    return !time.isBefore(start(FIRST_YEAR)) && time.isBefore(start(LAST_YEAR + 1));
  }

  /** Whether the date lies in these years. */
  public static boolean isStorable(LocalDate date) {
    return date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR;
  }

  private static Instant start(int year) {
    return LocalDate.of(year, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
