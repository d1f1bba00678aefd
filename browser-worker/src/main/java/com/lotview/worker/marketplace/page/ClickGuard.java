package com.lotview.worker.marketplace.page;

import java.time.Duration;

/**
 * Says in the last moment before a click that changes something at the site whether it may be
 * given, and for how long: this process may be paused between asking and clicking, and another one
 * may have taken its place when it wakes. The page must therefore refuse a click that comes late:
 *
 * <pre>{@code
 * read the page's clocks (performance.now() and Date.now())
 * Duration valid = guard.permit();
 * click, so that the page swallows it if either clock is past its reading plus valid
 * }</pre>
 *
 * <p>Since the clocks are read before the permit is asked for, the click cannot take effect after
 * the permit has ended, wherever this process is paused.
 */
@FunctionalInterface
public interface ClickGuard {
  /**
   * Asks for one click. The first call of a run also commits the intent to click; later calls of
   * the same run only ask again.
   *
   * @return how long the click may be given, counted from the call; more than zero
   * @throws RuntimeException if it may not be given at all; to be let through
   */
  Duration permit();
}
