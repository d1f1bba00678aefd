package com.lotview.inventory.feed;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When a feed is due.
 *
 * @param everyMinutes from one run to the next; null: at times of the day
 * @param at times of the day; empty if there is a distance
 * @param zone of those times
 */
public record Schedule(@Nullable Integer everyMinutes, List<LocalTime> at, ZoneId zone) {
  private static final Duration GRACE = Duration.ofHours(1);

  public Schedule {
    at = at.stream().distinct().sorted().toList();
    if ((everyMinutes == null) == at.isEmpty()) {
      throw new IllegalArgumentException("either a distance or times");
    }
  }

  /**
   * The first due time after that moment. A time that a change of clocks leaves out comes later.
   */
  public Instant next(Instant after) {
    if (everyMinutes != null) {
      return after.plus(Duration.ofMinutes(everyMinutes));
    }
    LocalDate today = after.atZone(zone).toLocalDate();
    return Stream.of(today, today.plusDays(1))
        .flatMap(day -> at.stream().map(time -> day.atTime(time).atZone(zone).toInstant()))
        .filter(time -> time.isAfter(after))
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  /** When a feed that last came at that moment is late: an hour after its second due time. */
  public Instant lateAfter(Instant came) {
    return next(next(came)).plus(GRACE);
  }
}
