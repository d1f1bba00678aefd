package com.lotview.bench.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Process groups as {@code /proc} shows them. */
final class Groups {

  /** One process. */
  record Seen(long pid, long group, String words) {}

  private Groups() {}

  /** Every live process, without zombies. */
  static List<Seen> all() {
    try (Stream<Path> entries = Files.list(Path.of("/proc"))) {
      return entries
          .filter(entry -> entry.getFileName().toString().matches("\\d+"))
          .flatMap(entry -> seen(entry).stream())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Seen> seen(Path entry) {
    String stat = read(entry.resolve("stat"));
    int end = stat.lastIndexOf(')');
    if (end < 0 || "ZX".indexOf(stat.charAt(end + 2)) >= 0) {
      return Optional.empty();
    }
    long pid = Long.parseLong(entry.getFileName().toString());
    long group = Long.parseLong(stat.substring(end + 2).split(" ", 4)[2]);
    String words = read(entry.resolve("cmdline")).replace('\0', ' ').strip();
    return Optional.of(new Seen(pid, group, words));
  }

  /** All groups that work below the folder: those with a process that names it. */
  static List<Seen> of(Path folder) {
    List<Seen> all = all();
    Set<Long> groups =
        all.stream()
            .filter(one -> one.words().contains("=" + folder) || one.words().contains(" " + folder))
            .filter(one -> !one.words().contains("standalone"))
            .map(Seen::group)
            .collect(Collectors.toSet());
    return all.stream().filter(one -> groups.contains(one.group())).toList();
  }

  /** Proportional set size in MiB: shared pages are counted once in all. */
  static double pssMiB(List<Seen> processes) {
    return processes.stream()
        .mapToDouble(one ->
            read(Path.of("/proc", String.valueOf(one.pid()), "smaps_rollup"))
                .lines()
                .filter(line -> line.startsWith("Pss:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                .sum())
        .sum();
  }

  static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException gone) {
      return "";
    }
  }
}
