package com.lotview.standalone.client;

import java.io.PrintStream;
import java.util.Locale;

/** Lines with the elapsed time, for a person who waits. */
public final class Progress {
  private final PrintStream out;
  private final long began = System.nanoTime();

  public Progress(PrintStream out) {
    this.out = out;
  }

  /** Prints what happens now. */
  public synchronized void step(String what) {
    out.println(String.format(Locale.ROOT, "%6.1f s  %s", seconds(), what));
    out.flush();
  }

  /** Seconds since the beginning. */
  public double seconds() {
    return (System.nanoTime() - began) / 1e9;
  }
}
