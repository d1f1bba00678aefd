package com.lotview.bench.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Memory by kind of process, as proportional set size: shared pages are counted only once, so the
 * sum is the memory that is really used.
 */
public final class ProcessMemory {
  /** The kind of process that all services are in. */
  public static final String SERVICES = Processes.SERVICES;

  // Each generation is on its own line; the lines below it are its parts, and classes are not on
  // the heap. The names are those of the serial collector of JDK 25 and of others.
  private static final Pattern USED =
      Pattern.compile("(?:DefNew|Tenured|new generation|tenured generation|heap) .*?used (\\d+)K");

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

  /** MiB on the heap of the services' process that are in use after a collection. */
  public static double servicesHeap(Path home) throws IOException, InterruptedException {
    long pid =
        Objects.requireNonNull(new Processes(home).byKind().get(Processes.SERVICES)).getFirst();
    said(pid, "GC.run");
    Matcher used = USED.matcher(said(pid, "GC.heap_info"));
    double kilobytes = 0;
    while (used.find()) {
      kilobytes += Double.parseDouble(used.group(1));
    }
    return kilobytes / 1024;
  }

  private static String said(long pid, String command) throws IOException, InterruptedException {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    Process process =
        new ProcessBuilder(jcmd.toString(), String.valueOf(pid), command)
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }

  private static double pss(long pid) {
    return Processes.read(Path.of("/proc", String.valueOf(pid), "smaps_rollup"))
        .lines()
        .filter(line -> line.startsWith("Pss:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
        .sum();
  }
}
