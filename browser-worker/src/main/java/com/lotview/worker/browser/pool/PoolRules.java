package com.lotview.worker.browser.pool;

import java.time.Duration;

/**
 * When a browser may start and when it must end.
 *
 * @param starting maximum number of simultaneous starts; more would slow each other down
 * @param reserveBytes memory of a browser with its driver and proxy; without it no browser starts
 * @param roomTimeout how long a browser waits for memory
 * @param maxAge after which a browser is ended even if it is busy; longer than any job
 */
public record PoolRules(int starting, long reserveBytes, Duration roomTimeout, Duration maxAge) {

  /** Two starts at once, one minute to wait for room, one hour of life. */
  public static PoolRules reserving(long bytes) {
    return new PoolRules(2, bytes, Duration.ofMinutes(1), Duration.ofHours(1));
  }
}
