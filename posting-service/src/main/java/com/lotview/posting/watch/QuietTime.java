package com.lotview.posting.watch;

import com.lotview.posting.wiring.PostingProperties;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.random.RandomGenerator;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** When accounts get their regular look: once a day, while their owners are likely asleep. */
@Component
class QuietTime {
  /** From a look without a result, or one that missed a listing, to the next. */
  static final Duration SOON = Duration.ofMinutes(30);

  private final LocalTime start;
  private final Duration length;
  private final RandomGenerator chance;

  @Autowired
  QuietTime(PostingProperties properties, RandomGenerator chance) {
    this(properties.watchStart(), properties.watchLength(), chance);
  }

  QuietTime(LocalTime start, Duration length, RandomGenerator chance) {
    this.start = start;
    this.length = length;
    this.chance = chance;
  }

  /** A random moment within the next quiet time of that zone that has not begun. */
  Instant next(Instant now, ZoneId zone) {
    ZonedDateTime today = now.atZone(zone).with(start);
    ZonedDateTime begins = today.toInstant().isAfter(now) ? today : today.plusDays(1).with(start);
    return begins.toInstant().plusMillis((long) (length.toMillis() * chance.nextDouble()));
  }

  /** After a look without a result: soon while the quiet time lasts, else in the next one. */
  Instant afterFailure(Instant now, ZoneId zone) {
    Instant soon = now.plus(SOON);
    return isQuiet(soon, zone) ? soon : next(now, zone);
  }

  /** Whether that moment is in a quiet time of that zone. */
  boolean isQuiet(Instant at, ZoneId zone) {
    ZonedDateTime today = at.atZone(zone).with(start);
    // It may have begun the evening before.
    return within(at, today.toInstant()) || within(at, today.minusDays(1).toInstant());
  }

  private boolean within(Instant at, Instant begin) {
    return !at.isBefore(begin) && at.isBefore(begin.plus(length));
  }
}
