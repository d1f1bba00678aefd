package com.lotview.standalone.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Memory by kind of process, as proportional set size: shared pages are counted once in all, so the
 * sum is what the machine really gives.
 */
final class ProcessMemory {
  private ProcessMemory() {}

  /** MiB by kind, over everything that was started from the given folder's system. */
  static Map<String, Double> of(Path home) {
    Map<String, Double> sums = new TreeMap<>();
    ProcessHandle.allProcesses()
        .forEach(process ->
            kind(process, home)
                .ifPresent(kind -> sums.merge(kind, pss(process.pid()), Double::sum)));
    return sums;
  }

  private static Optional<String> kind(ProcessHandle process, Path home) {
    String line = read(Path.of("/proc", String.valueOf(process.pid()), "cmdline"));
    String text = line.replace('\0', ' ').strip();
    if (text.contains("WorkerApplication") && text.contains(home.toString())) {
      return Optional.of("browser-worker");
    }
    if (text.contains("standalone.Standalone") && ofHome(process, home)) {
      return Optional.of("services, Kafka, store, sandbox");
    }
    if (text.contains("chrom") && text.contains(workerFolder(home))) {
      return Optional.of("browsers and drivers");
    }
    boolean postgres = text.startsWith("postgres:") || text.contains("/bin/postgres ");
    return postgres && ofHome(process, home) ? Optional.of("PostgreSQL") : Optional.empty();
  }

  /** A process of the installation, told by its own or its parent's words. */
  private static boolean ofHome(ProcessHandle process, Path home) {
    String own = read(Path.of("/proc", String.valueOf(process.pid()), "cmdline"));
    String parent =
        process
            .parent()
            .map(p -> read(Path.of("/proc", String.valueOf(p.pid()), "cmdline")))
            .orElse("");
    return (own + parent).contains(home.toString());
  }

  private static String workerFolder(Path home) {
    return read(home.resolve("run/worker.env"))
        .lines()
        .filter(line -> line.startsWith("LOTVIEW_WORKER_HOME="))
        .map(line -> line.substring("LOTVIEW_WORKER_HOME=".length()))
        .findFirst()
        .orElse("no worker");
  }

  private static double pss(long pid) {
    try (Stream<String> lines =
        read(Path.of("/proc", String.valueOf(pid), "smaps_rollup")).lines()) {
      return lines
          .filter(line -> line.startsWith("Pss:"))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
          .sum();
    }
  }

  /** Empty for a process that has ended meanwhile. */
  private static String read(Path file) {
    try {
      return Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return "";
    }
  }
}
