package com.lotview.worker.wiring;

import com.lotview.worker.browser.process.BrowserStartException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * One browser, opened and closed before the first job is taken: a machine on which no browser can
 * start would fail every job. Part of the readiness. Thread-safe.
 */
final class BrowserSelfTest implements HealthIndicator {
  private static final Logger LOG = LoggerFactory.getLogger(BrowserSelfTest.class);

  private final Runnable trial;
  private volatile Health health = down("no browser has been tried yet");

  /**
   * @param trial opens and closes a browser, or throws a {@link BrowserStartException}
   */
  BrowserSelfTest(Runnable trial) {
    this.trial = trial;
  }

  /** Tries a browser; returns whether it started. */
  boolean passes() {
    try {
      trial.run();
      health = Health.up().build();
      return true;
    } catch (RuntimeException failure) {
      String why = String.valueOf(failure.getMessage());
      health = down(why);
      LOG.error("No job is taken, because no browser starts here. {}", why);
      LOG.debug("The browser's start", failure);
      return false;
    }
  }

  private static Health down(String why) {
    return Health.down().withDetail("cause", why).build();
  }

  @Override
  public Health health() {
    return health;
  }
}
