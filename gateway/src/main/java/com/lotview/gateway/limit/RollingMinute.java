package com.lotview.gateway.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** At most so many in any sixty seconds, not just in each minute of the clock. Thread-safe. */
final class RollingMinute {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final int limit;
  private final Deque<Instant> taken = new ArrayDeque<>();

  RollingMinute(int limit) {
    this.limit = limit;
  }

  /** Takes one if there is one left; else says how long until there is. Zero: taken. */
  synchronized Duration take(Instant now) {
    forget(now);
    if (taken.size() < limit) {
      taken.addLast(now);
      return Duration.ZERO;
    }
    return Duration.between(now, taken.getFirst().plus(MINUTE));
  }

  /** Whether nothing was taken in the last minute: then it need not be kept. */
  synchronized boolean idle(Instant now) {
    forget(now);
    return taken.isEmpty();
  }

  private void forget(Instant now) {
    while (!taken.isEmpty() && !now.isBefore(taken.getFirst().plus(MINUTE))) {
      taken.removeFirst();
    }
  }
}
