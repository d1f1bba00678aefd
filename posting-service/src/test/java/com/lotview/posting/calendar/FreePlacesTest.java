package com.lotview.posting.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.posting.account.AccountState;
import com.lotview.posting.account.FbAccount;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreePlacesTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  @Test
  void anEmptyHourHasFive_anEmptyDayTwenty() {
    FreePlaces places = new FreePlaces(List.of());
    assertThat(places.count(NOON, NOON.plus(HOUR))).isEqualTo(5);
    assertThat(places.count(NOON, NOON.plus(DAY))).isEqualTo(20);
    assertThat(places.count(NOON, NOON)).isZero();
    assertThat(places.first(NOON)).isEqualTo(NOON);
  }

  @Test
  void postsOfTheHourBeforeTakePlaces_alsoThoseThatComeAfter() {
    List<Instant> five =
        IntStream.range(0, 5).mapToObj(i -> NOON.plus(MINUTE.multipliedBy(i))).toList();
    FreePlaces places = new FreePlaces(five);
    assertThat(places.first(NOON.plus(MINUTE.multipliedBy(5)))).isEqualTo(NOON.plus(HOUR));
    // At 12:59 the five of 12:00 still count; from 13:00 on, they leave one by one.
    assertThat(places.count(NOON.plus(MINUTE.multipliedBy(5)), NOON.plus(HOUR))).isZero();
    assertThat(places.count(NOON.plus(HOUR), NOON.plus(HOUR).plus(MINUTE.multipliedBy(2))))
        .isEqualTo(2);
    // One at 11:30 would make six until 12:30.
    assertThat(places.count(NOON.minus(MINUTE.multipliedBy(30)), NOON)).isZero();
    assertThat(places.count(NOON.minus(HOUR), NOON.minus(MINUTE.multipliedBy(55)))).isEqualTo(5);
  }

  @Test
  void aFullDayHasNone() {
    List<Instant> twenty =
        IntStream.range(0, 20).mapToObj(i -> NOON.plus(HOUR.multipliedBy(i))).toList();
    FreePlaces places = new FreePlaces(twenty);
    assertThat(places.count(NOON, NOON.plus(DAY))).isZero();
    assertThat(places.first(NOON)).isEqualTo(NOON.plus(DAY));
  }

  @Test
  void noPlaceBreaksALimit_whateverIsPlanned() {
    Random chance = new Random(7);
    for (int trial = 0; trial < 300; trial++) {
      List<Instant> posts = new ArrayList<>();
      for (int i = chance.nextInt(30); i > 0; i--) {
        posts.add(NOON.plusSeconds(chance.nextInt(172_800)));
      }
      boolean right = keepsLimits(posts);
      Instant from = NOON.plusSeconds(chance.nextInt(172_800));
      Instant first = new FreePlaces(posts).first(from);
      assertThat(first).isAfterOrEqualTo(from);
      posts.add(first);
      if (right) {
        assertThat(keepsLimits(posts)).isTrue();
      }
    }
  }

  private static boolean keepsLimits(List<Instant> posts) {
    return posts.stream()
        .allMatch(post -> within(posts, post, HOUR) <= 5 && within(posts, post, DAY) <= 20);
  }

  private static long within(List<Instant> posts, Instant from, Duration window) {
    return posts.stream()
        .filter(post -> !post.isBefore(from) && post.isBefore(from.plus(window)))
        .count();
  }

  @ParameterizedTest
  @CsvSource({
    "America/Denver, 2026-11-01, 25",
    "America/Denver, 2027-03-14, 23",
    "America/Denver, 2026-12-01, 24",
    "America/Phoenix, 2026-11-01, 24"
  })
  void aDayHasTheHoursOfItsZone(String zone, LocalDate date, int hours) {
    Instant planned = date.atTime(12, 30).atZone(ZoneId.of(zone)).toInstant();
    AccountPlan plan =
        AccountPlan.of(
            account(), Instant.EPOCH, List.of(), List.of(planned), List.of(date), ZoneId.of(zone));
    AccountPlan.Day day = plan.days().getFirst();
    assertThat(day.hours()).hasSize(hours);
    assertThat(day.planned()).isEqualTo(1);
    // In the 25th hour those of the first count no more.
    assertThat(day.free()).isEqualTo(hours == 25 ? 20 : 19);
    AccountPlan.Hour noon =
        day.hours().stream().filter(hour -> hour.planned() == 1).findFirst().orElseThrow();
    assertThat(noon.start().getHour()).isEqualTo(12);
    assertThat(noon.free()).isEqualTo(4);
  }

  @Test
  void anAccountThatCannotPostHasNoPlace() {
    LocalDate date = LocalDate.of(2026, 12, 1);
    AccountPlan plan =
        AccountPlan.of(
            account(), null, List.of(), List.of(), List.of(date), ZoneId.of("America/Denver"));
    assertThat(plan.nextFree()).isNull();
    assertThat(plan.days().getFirst().free()).isZero();
    assertThat(plan.days().getFirst().hours()).allMatch(hour -> hour.free() == 0);
  }

  private static FbAccount account() {
    return new FbAccount(
        UUID.randomUUID(),
        UUID.randomUUID(),
        "Main",
        "***1",
        AccountState.VALID,
        null,
        null,
        Instant.EPOCH);
  }
}
