package com.lotview.worker.marketplace;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.openqa.selenium.StaleElementReferenceException;

/** Waiting for a condition: looks every few milliseconds until it holds or its time is over. */
final class Waiting {

  private static final long LOOK_EVERY_MILLIS = 15;

  private Waiting() {}

  /**
   * The first present answer; empty when the time is over. An element that vanished while looking
   * means "not yet".
   */
  static <T> Optional<T> until(Duration most, Supplier<Optional<T>> look) {
    long deadline = System.nanoTime() + most.toNanos();
    while (true) {
      Optional<T> seen;
      try {
        seen = look.get();
      } catch (StaleElementReferenceException redrawn) {
        seen = Optional.empty();
      }
      if (seen.isPresent() || System.nanoTime() > deadline) {
        return seen;
      }
      pause(Duration.ofMillis(LOOK_EVERY_MILLIS));
    }
  }

  static void pause(Duration time) {
    if (time.isZero()) {
      return;
    }
    try {
      Thread.sleep(time);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new StoppedException(
          new PostingOutcome.Retryable("the worker is being stopped"), interrupted);
    }
  }
}
