package com.lotview.worker.browser.pool;

import java.time.Duration;

/**
 * When a browser may start and must end.
 *
 * @param starting at once, at most: more only make each other slow
 * @param reserveBytes what a browser with its driver and proxy needs; without so much free memory
 *     none is started
 * @param roomTimeout how long a browser waits for memory
 * @param maxAge after which a browser is ended even if it is busy; longer than any job
 */
public record PoolRules(int starting, long reserveBytes, Duration roomTimeout, Duration maxAge) {

  /** Two at once; one minute for room; one hour of life. */
  public static PoolRules reserving(long bytes) {
    return new PoolRules(2, bytes, Duration.ofMinutes(1), Duration.ofHours(1));
  }
}
