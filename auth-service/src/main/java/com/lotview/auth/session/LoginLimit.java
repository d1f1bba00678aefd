package com.lotview.auth.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The limit of failed sign-ins of a lane: so many within 15 minutes lock it for 30 minutes from the
 * last one. Each further lock within {@link #FAILURES_KEPT} lasts twice as long, up to a day.
 * Attempts during a lock do not count.
 */
final class LoginLimit {
  static final Duration WINDOW = Duration.ofMinutes(15);
  static final Duration FIRST_LOCK = Duration.ofMinutes(30);
  static final Duration LONGEST_LOCK = Duration.ofDays(1);

  /** Older failures do not count. */
  static final Duration FAILURES_KEPT = Duration.ofDays(3);

  private LoginLimit() {}

  /**
   * How long the lane stays locked; zero if it is not locked.
   *
   * @param failures of {@link #FAILURES_KEPT}, earliest first
   * @param tries failures that lock
   */
  static Duration wait(List<Instant> failures, int tries, Instant now) {
    Deque<Instant> recent = new ArrayDeque<>();
    Duration lock = FIRST_LOCK;
    Instant until = Instant.MIN;
    for (Instant failure : failures) {
      recent.addLast(failure);
      if (recent.size() > tries) {
        recent.removeFirst();
      }
      if (recent.size() == tries && !failure.isAfter(recent.getFirst().plus(WINDOW))) {
        until = failure.plus(lock);
        lock = lock.multipliedBy(2);
        if (lock.compareTo(LONGEST_LOCK) > 0) {
          lock = LONGEST_LOCK;
        }
        recent.clear();
      }
    }
    return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
  }
}
