package com.lotview.posting.posting.model;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A picture that a worker took.
 *
 * @param kind {@code form}, {@code confirmation} or {@code failure}
 * @param key in the object store
 */
public record Evidence(
    int attempt, String kind, String key, @Nullable String sha256, Instant takenAt) {
  /** How long pictures are kept: the worker deletes them then. */
  private static final Duration KEPT = Duration.ofDays(30);

  /** The moment before which no pictures are kept. */
  public static Instant oldest(Instant now) {
    return now.minus(KEPT);
  }
}
