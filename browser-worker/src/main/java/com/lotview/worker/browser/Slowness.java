package com.lotview.worker.browser;

import java.time.Duration;
import java.util.OptionalLong;

/** What keeps a browser waiting: totals since its start, which only grow. Thread-safe. */
public interface Slowness {

  /** How long requests of the page were without an answer. */
  Duration bySite();

  /** How long the browser's processes waited for the machine's processor. */
  Duration byMachine();

  /** When the site last answered, by {@link System#nanoTime}; empty if it has not. */
  OptionalLong lastAnswer();
}
