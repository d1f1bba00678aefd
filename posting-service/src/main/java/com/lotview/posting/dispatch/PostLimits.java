package com.lotview.posting.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * How often one Facebook account may post: 5 times in every rolling hour, 20 times in every rolling
 * day. Fixed on purpose; no setting can raise them.
 */
public final class PostLimits {
  /** The longer window: slots older than this no longer count. */
  public static final Duration DAY = Duration.ofDays(1);

  /** The shorter window. */
  public static final Duration HOUR = Duration.ofHours(1);

  public static final int PER_HOUR = 5;
  public static final int PER_DAY = 20;

  /** Only this many of the latest posts can matter. */
  static final int LOOKED_AT = PER_DAY;

  private PostLimits() {}

  /**
   * The earliest moment, not before {@code from}, at which one more post keeps both limits.
   *
   * @param taken moments of the account's posts, in any order
   */
  public static Instant next(Instant from, Collection<Instant> taken) {
    List<Instant> latestFirst = taken.stream().sorted(Comparator.reverseOrder()).toList();
    Instant byHour = freed(latestFirst, PER_HOUR, HOUR);
    Instant byDay = freed(latestFirst, PER_DAY, DAY);
    return later(from, later(byHour, byDay));
  }

  // The post that many places back must have left the window.
  private static Instant freed(List<Instant> latestFirst, int limit, Duration window) {
    return latestFirst.size() < limit ? Instant.MIN : latestFirst.get(limit - 1).plus(window);
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
