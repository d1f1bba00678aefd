package com.lotview.faults.system;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Processes that keep the processor busy, like a machine with much other work. They end with this
 * process.
 */
public final class Burners implements AutoCloseable {
  private static final String BURN = "while kill -0 $0 2>/dev/null; do :; done";

  private final List<Process> burning = new ArrayList<>();

  /** Starts so many. */
  public static Burners start(int number) throws IOException {
    Burners all = new Burners();
    String self = String.valueOf(ProcessHandle.current().pid());
    for (int i = 0; i < number; i++) {
      all.burning.add(new ProcessBuilder("/bin/sh", "-c", BURN, self).start());
    }
    return all;
  }

  @Override
  public void close() {
    burning.forEach(Process::destroyForcibly);
  }
}
