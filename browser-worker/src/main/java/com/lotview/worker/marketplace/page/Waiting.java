package com.lotview.worker.marketplace.page;

import com.lotview.worker.text.DealerTexts;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.openqa.selenium.StaleElementReferenceException;

/**
 * Waiting for a condition: looks until it holds or its time is over. Every few milliseconds at
 * first, then the rarer the longer it lasts, so that what comes late costs the browser no work.
 */
public final class Waiting {

  private static final long MIN_INTERVAL_MILLIS = 15;
  private static final long MAX_INTERVAL_MILLIS = 120;

  /** A look comes late by at most this part of what was waited so far. */
  private static final long PART = 10;

  private Waiting() {}

  /**
   * The first present answer; empty when the time is over. An element that vanished while looking
   * means "not yet".
   */
  public static <T> Optional<T> until(Duration most, Supplier<Optional<T>> look) {
    long began = System.nanoTime();
    while (true) {
      Optional<T> seen;
      try {
        seen = look.get();
      } catch (StaleElementReferenceException redrawn) {
        seen = Optional.empty();
      }
      Duration waited = Duration.ofNanos(System.nanoTime() - began);
      if (seen.isPresent() || waited.compareTo(most) > 0) {
        return seen;
      }
      long pause = Math.clamp(waited.toMillis() / PART, MIN_INTERVAL_MILLIS, MAX_INTERVAL_MILLIS);
      pause(Duration.ofMillis(pause));
    }
  }

  public static void pause(Duration time) {
    if (time.isZero()) {
      return;
    }
    try {
      Thread.sleep(time);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new StoppedException(
          new PostingOutcome.Retryable(DealerTexts.WORKER_STOPS), interrupted);
    }
  }
}
