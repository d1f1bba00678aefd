package com.lotview.standalone.bench.recorder;

import java.time.Duration;

/** Time that work takes without costing anything. */
final class Work {
  private Work() {}

  /**
   * Takes the time.
   *
   * @throws IllegalStateException if the thread is interrupted meanwhile
   */
  static void take(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The browser was ended", e);
    }
  }
}
