package com.lotview.kit.retention;

import java.time.Duration;
import java.time.Instant;
import reactor.core.publisher.Mono;

/**
 * Rows that are deleted when they are old enough. Each bean of this type is swept by {@link
 * Retention}.
 *
 * @param what they are, for the log, as "Mails that were given up"
 * @param age how old they become
 * @param rows deletes them
 */
public record Kept(String what, Duration age, OldRows rows) {

  /** Deletes rows in a transaction of its own. */
  @FunctionalInterface
  public interface OldRows {
    /** Deletes at most so many of the rows that are older than the time; returns how many. */
    Mono<Long> delete(Instant before, int limit);
  }

  /**
   * The value, if a setting for how long rows are kept has at least a length.
   *
   * @param setting its key, for the message
   * @param least a shorter time would break what the rows are for
   */
  public static Duration atLeast(String setting, Duration value, Duration least) {
    if (value.compareTo(least) < 0) {
      throw new IllegalArgumentException(
          setting + " is " + value + ", and must be at least " + least);
    }
    return value;
  }
}
