package com.lotview.gateway.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** A sliding window of sixty seconds. Thread-safe. */
public final class RollingMinute {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final int limit;
  private final Deque<Instant> taken = new ArrayDeque<>();

  RollingMinute(int limit) {
    this.limit = limit;
  }

  /**
   * The window's answer.
   *
   * @param limit permits of a minute
   * @param left permits that can be taken now
   * @param reset until the next permit comes back
   */
  public record Answer(boolean granted, int limit, int left, Duration reset) {
    /** The answer that leaves less to the caller. */
    public Answer tighter(Answer other) {
      return !granted || (other.granted && left <= other.left) ? this : other;
    }
  }

  /** Takes one of the window's permits, if there is one. */
  synchronized Answer take(Instant now) {
    while (!taken.isEmpty() && !now.isBefore(taken.getFirst().plus(MINUTE))) {
      taken.removeFirst();
    }
    boolean granted = taken.size() < limit;
    if (granted) {
      taken.addLast(now);
    }
    Duration reset = Duration.between(now, taken.getFirst().plus(MINUTE));
    return new Answer(granted, limit, limit - taken.size(), reset);
  }
}
