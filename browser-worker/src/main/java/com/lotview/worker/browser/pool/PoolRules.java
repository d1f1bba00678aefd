package com.lotview.worker.browser.pool;

import java.time.Duration;

/**
 * When a browser may start and must end.
 *
 * @param starting at once, at most: more only make each other slow
 * @param reserveBytes what a browser with its driver and proxy needs; without so much free memory
 *     none is started
 * @param patience how long one waits for room
 * @param age after which a browser is ended whatever it does; longer than any job
 */
public record PoolRules(int starting, long reserveBytes, Duration patience, Duration age) {

  /** Two at once; a minute of patience; an hour of life. */
  public static PoolRules reserving(long bytes) {
    return new PoolRules(2, bytes, Duration.ofMinutes(1), Duration.ofHours(1));
  }
}
