package com.lotview.worker.marketplace;

/**
 * Hears of progress, on the thread that drives the browser; must be quick. What it throws ends the
 * run.
 */
@FunctionalInterface
public interface StepListener {

  /** A step begins: {@code n} of {@code total}, with a message for people. */
  void step(int n, int total, String message);
}
