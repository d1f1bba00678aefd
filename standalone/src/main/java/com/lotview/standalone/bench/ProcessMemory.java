package com.lotview.standalone.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
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
    String text = line.replace('\0', ' ').toLowerCase(Locale.ROOT);
    if (!text.contains(home.toString().toLowerCase(Locale.ROOT)) && !text.startsWith("postgres:")) {
      return Optional.empty();
    }
    if (text.contains("postgres")) {
      return Optional.of("postgres");
    }
    if (text.contains("chrom")) {
      return Optional.of("browsers");
    }
    if (text.contains("workerapplication")) {
      return Optional.of("browser-worker");
    }
    return text.contains("standalone.standalone")
        ? Optional.of("services, Kafka, store, sandbox")
        : Optional.empty();
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
