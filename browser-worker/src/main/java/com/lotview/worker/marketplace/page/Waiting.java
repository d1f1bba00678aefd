package com.lotview.worker.marketplace.page;

import com.lotview.worker.text.DealerTexts;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.openqa.selenium.StaleElementReferenceException;

/**
 * Polls a condition until it holds or the time is over: often at first, then less and less often,
 * to save the browser work. The limit counts in the page's own time.
 */
public final class Waiting {

  private static final long MIN_INTERVAL_MILLIS = 15;
  private static final long MAX_INTERVAL_MILLIS = 120;

  /** The interval is at most 1/10 of the time waited so far. */
  private static final long PART = 10;

  private final PageTime time;

  Waiting(PageTime time) {
    this.time = time;
  }

  /**
   * How a wait ended.
   *
   * @param seen the first present result; empty when the time is over
   * @param stall what held it up; without meaning if something was seen
   */
  public record Ended<T>(Optional<T> seen, Stall stall) {}

  /** Waits for the first present result. A vanished element means "not yet". */
  <T> Ended<T> until(Duration most, Supplier<Optional<T>> look) {
    Optional<T> seen = seen(look);
    if (seen.isPresent()) {
      return new Ended<>(seen, Stall.NOTHING_MOVES);
    }
    long real = System.nanoTime();
    PageTime.Since began = time.start();
    do {
      long part = (System.nanoTime() - real) / 1_000_000 / PART;
      pause(Duration.ofMillis(Math.clamp(part, MIN_INTERVAL_MILLIS, MAX_INTERVAL_MILLIS)));
      // A last look follows the end: the limit may have passed while this thread waited.
      boolean last = began.over(most);
      seen = seen(look);
      if (last && seen.isEmpty()) {
        return new Ended<>(seen, began.stall(most));
      }
    } while (seen.isEmpty());
    return new Ended<>(seen, Stall.NOTHING_MOVES);
  }

  private static <T> Optional<T> seen(Supplier<Optional<T>> look) {
    try {
      return look.get();
    } catch (StaleElementReferenceException redrawn) {
      return Optional.empty();
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
