package com.lotview.worker.marketplace.page;

import java.time.Duration;

/**
 * Permits a click that changes the site, for a limited time. This process may be paused between
 * permit and click, and another worker may act when it wakes. So the page must refuse a late click:
 *
 * <pre>{@code
 * read the page's clocks (performance.now() and Date.now())
 * Duration valid = guard.permit();
 * click, so that the page swallows it if either clock is past its reading plus valid
 * }</pre>
 *
 * <p>The clocks are read before the permit is asked for, so the click cannot take effect after the
 * end of the permit, wherever this process is paused.
 */
@FunctionalInterface
public interface ClickGuard {
  /**
   * Asks for a permit. The first call of a run also commits the intent to click; later calls only
   * ask again.
   *
   * @return how long the click may happen, from the call; more than zero
   * @throws RuntimeException if the click is not permitted; do not catch it
   */
  Duration permit();

  /** A guard that records whether it was asked: from then on a click may have happened. */
  final class Watched implements ClickGuard {
    private final ClickGuard guard;
    private boolean asked;

    public Watched(ClickGuard guard) {
      this.guard = guard;
    }

    @Override
    public Duration permit() {
      asked = true;
      return guard.permit();
    }

    public boolean asked() {
      return asked;
    }
  }
}
