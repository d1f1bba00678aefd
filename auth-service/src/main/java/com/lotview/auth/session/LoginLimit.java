package com.lotview.auth.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How often one e-mail may be tried: {@value #TRIES} failures within 15 minutes lock it for 30
 * minutes from the last one. Tries while it is locked count for nothing.
 */
final class LoginLimit {
  static final int TRIES = 5;
  static final Duration WINDOW = Duration.ofMinutes(15);
  static final Duration LOCKOUT = Duration.ofMinutes(30);

  private LoginLimit() {}

  /**
   * How long the e-mail is locked yet; zero if it may be tried.
   *
   * @param latest the times of the last {@value #TRIES} failures, or of fewer, latest first
   */
  static Duration wait(List<Instant> latest, Instant now) {
    if (latest.size() < TRIES) {
      return Duration.ZERO;
    }
    Instant last = latest.getFirst();
    boolean burst = !last.isAfter(latest.get(TRIES - 1).plus(WINDOW));
    Duration left = Duration.between(now, last.plus(LOCKOUT));
    return burst && left.isPositive() ? left : Duration.ZERO;
  }
}
