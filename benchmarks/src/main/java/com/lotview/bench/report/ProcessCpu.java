package com.lotview.bench.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * CPU time by kind of process, user and system, including ended children, because PostgreSQL's
 * backends come and go.
 */
public final class ProcessCpu {
  // The unit of Linux's counters, independent of the kernel's clock: 100 a second.
  private static final double TICK_MILLIS = 10;
  private static final int USER_TIME = 13;
  private static final int CHILDREN_SYSTEM_TIME = 16;

  private final Map<String, Double> millis;

  private ProcessCpu(Map<String, Double> millis) {
    this.millis = millis;
  }

  /** The CPU time used so far by the installation and by this measuring process. */
  public static ProcessCpu of(Path home) {
    Map<String, Double> millis = new TreeMap<>();
    new Processes(home).byKind().forEach((kind, pids) -> millis.put(kind, sum(pids)));
    millis.put("client", sum(List.of(ProcessHandle.current().pid())));
    return new ProcessCpu(millis);
  }

  /** Milliseconds by kind since then. */
  public Map<String, Double> since(ProcessCpu then) {
    Map<String, Double> used = new TreeMap<>();
    millis.forEach((kind, now) -> used.put(kind, now - then.millis.getOrDefault(kind, 0.0)));
    return used;
  }

  private static double sum(List<Long> pids) {
    return pids.stream().mapToDouble(ProcessCpu::millis).sum();
  }

  private static double millis(long pid) {
    String stat = Processes.read(Path.of("/proc", String.valueOf(pid), "stat"));
    // The name in brackets may hold blanks; fields are counted after it, from the third on.
    String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1);
    double ticks = 0;
    for (int field = USER_TIME; field <= CHILDREN_SYSTEM_TIME && stat.length() > 2; field++) {
      ticks += Double.parseDouble(fields[field - 2]);
    }
    return ticks * TICK_MILLIS;
  }
}
