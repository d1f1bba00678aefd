package com.lotview.bench.report;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Memory by kind of process, as proportional set size: shared pages are counted once in all, so the
 * sum is what the machine really gives.
 */
public final class ProcessMemory {
  private ProcessMemory() {}

  /** MiB by kind, over everything that was started from the given folder's system. */
  public static Map<String, Double> of(Path home) {
    Map<String, Double> sums = new TreeMap<>();
    new Processes(home)
        .byKind()
        .forEach(
            (kind, pids) -> sums.put(kind, pids.stream().mapToDouble(ProcessMemory::pss).sum()));
    return sums;
  }

  private static double pss(long pid) {
    return Processes.read(Path.of("/proc", String.valueOf(pid), "smaps_rollup"))
        .lines()
        .filter(line -> line.startsWith("Pss:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
        .sum();
  }
}
