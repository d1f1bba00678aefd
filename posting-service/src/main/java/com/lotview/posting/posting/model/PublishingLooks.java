package com.lotview.posting.posting.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When to look for a listing that the site answered with an id and no page has shown. */
public final class PublishingLooks {
  private static final List<Duration> AFTER =
      List.of(
          Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofDays(1));

  private PublishingLooks() {}

  /**
   * The next look.
   *
   * @param since when the site answered
   * @return empty after the last look: then a person must look
   */
  public static Optional<Instant> next(Instant since, Instant now) {
    return AFTER.stream().map(since::plus).filter(now::isBefore).findFirst();
  }
}
