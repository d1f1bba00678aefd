package com.lotview.worker.browser.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How long a process group has waited for a processor that others used, by the scheduler's own
 * count ({@code schedstat}) of each process's main thread. Of processes that wait together the
 * longest wait counts. Zero where the kernel does not count. Linux only; thread-safe.
 */
public final class ProcessorWait {

  /** How long the list of processes is kept: reading all of {@code /proc} costs milliseconds. */
  private static final Duration LISTED_FOR = Duration.ofSeconds(2);

  private final long group;
  private final Map<Long, Long> waits = new HashMap<>();
  private List<ProcessStat> processes = List.of();
  private long listed;
  private long total;

  public ProcessorWait(long group) {
    this.group = group;
    list();
    longestSinceLast();
  }

  /** The wait since this was made. */
  public synchronized Duration total() {
    if (System.nanoTime() - listed > LISTED_FOR.toNanos()) {
      list();
    }
    total += longestSinceLast();
    return Duration.ofNanos(total);
  }

  private void list() {
    listed = System.nanoTime();
    processes =
        ProcessGroup.processes().filter(stat -> stat.group() == group && !stat.ended()).toList();
  }

  private long longestSinceLast() {
    long longest = 0;
    for (ProcessStat process : processes) {
      long wait = wait(process.entry());
      Long before = waits.put(process.pid(), wait);
      longest = Math.max(longest, before == null ? 0 : wait - before);
    }
    return longest;
  }

  /** The second number, in nanoseconds. */
  private static long wait(Path entry) {
    try {
      return Long.parseLong(Files.readString(entry.resolve("schedstat")).split(" ", 3)[1]);
    } catch (IOException | RuntimeException unknown) {
      return 0;
    }
  }
}
