package com.lotview.worker.marketplace.page;

import com.lotview.worker.text.DealerTexts;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.openqa.selenium.StaleElementReferenceException;

/**
 * Polls a condition until it holds or the time is over: often at first, then less and less often,
 * to save the browser work.
 */
public final class Waiting {

  private static final long MIN_INTERVAL_MILLIS = 15;
  private static final long MAX_INTERVAL_MILLIS = 120;

  /** The interval is at most 1/10 of the time waited so far. */
  private static final long PART = 10;

  private Waiting() {}

  /** The first present result; empty when the time is over. A vanished element means "not yet". */
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
