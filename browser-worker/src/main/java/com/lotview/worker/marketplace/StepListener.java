package com.lotview.worker.marketplace;

/** Receives progress on the browser's thread; it must return quickly. An exception ends the run. */
@FunctionalInterface
public interface StepListener {

  /** Step {@code n} of {@code total} begins, with a message for dealers. */
  void step(int n, int total, String message);
}
