package com.lotview.notification.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** When a failed delivery is tried again: the pauses of the Standard Webhooks. */
final class Retries {
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(5),
          Duration.ofHours(10),
          Duration.ofHours(14),
          Duration.ofHours(20),
          Duration.ofHours(24));

  private Retries() {}

  /**
   * The pause after a try that failed; empty: it was the last one.
   *
   * @param tries so far, at least one
   */
  static Optional<Duration> pauseAfter(int tries) {
    return tries <= PAUSES.size() ? Optional.of(PAUSES.get(tries - 1)) : Optional.empty();
  }
}
