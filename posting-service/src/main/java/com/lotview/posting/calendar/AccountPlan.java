package com.lotview.posting.calendar;

import com.lotview.posting.account.FbAccount;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When an account posts.
 *
 * @param nextFree from when one more post could start; null while the account cannot post
 */
public record AccountPlan(FbAccount account, @Nullable Instant nextFree, List<Day> days) {

  /**
   * A day of the dealership.
   *
   * @param planned how many posts are expected to start
   * @param free how many more could
   */
  public record Day(LocalDate date, int planned, int free, List<Hour> hours) {}

  /** An hour of it; the last one before the clocks change may be shorter. */
  public record Hour(OffsetDateTime start, int planned, int free) {}

  /**
   * Plans.
   *
   * @param usable from when on; null: the account cannot post now
   * @param taken moments of its latest posts
   * @param planned moments at which its waiting posts are expected to start
   */
  static AccountPlan of(
      FbAccount account,
      @Nullable Instant usable,
      Collection<Instant> taken,
      Collection<Instant> planned,
      List<LocalDate> dates,
      ZoneId zone) {
    FreePlaces places = new FreePlaces(Stream.concat(taken.stream(), planned.stream()).toList());
    List<Day> days = dates.stream().map(date -> day(date, zone, usable, planned, places)).toList();
    return new AccountPlan(account, usable == null ? null : places.first(usable), days);
  }

  private static Day day(
      LocalDate date,
      ZoneId zone,
      @Nullable Instant usable,
      Collection<Instant> planned,
      FreePlaces places) {
    Instant end = date.plusDays(1).atStartOfDay(zone).toInstant();
    Instant start = date.atStartOfDay(zone).toInstant();
    List<Hour> hours = new ArrayList<>();
    for (Instant at = start; at.isBefore(end); at = at.plusSeconds(3600)) {
      Instant next = at.plusSeconds(3600).isBefore(end) ? at.plusSeconds(3600) : end;
      hours.add(
          new Hour(
              at.atZone(zone).toOffsetDateTime(),
              count(planned, at, next),
              free(places, usable, at, next)));
    }
    return new Day(date, count(planned, start, end), free(places, usable, start, end), hours);
  }

  private static int free(FreePlaces places, @Nullable Instant usable, Instant from, Instant to) {
    return usable == null ? 0 : places.count(usable.isAfter(from) ? usable : from, to);
  }

  private static int count(Collection<Instant> planned, Instant from, Instant to) {
    return (int) planned.stream().filter(at -> !at.isBefore(from) && at.isBefore(to)).count();
  }
}
