package com.lotview.worker.browser.pool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * The free memory in bytes: the minimum of the machine's available memory and the limits of this
 * process's control groups (containers). Thread-safe.
 */
public final class FreeMemory implements LongSupplier {

  private final Path proc;
  private final Path groups;

  /** The free memory of this machine. */
  public FreeMemory() {
    this(Path.of("/proc"), Path.of("/sys/fs/cgroup"));
  }

  FreeMemory(Path proc, Path groups) {
    this.proc = proc;
    this.groups = groups;
  }

  /** An unreadable limit is ignored. */
  @Override
  public long getAsLong() {
    long least = available();
    for (Path group : ownGroups()) {
      least = Math.min(least, left(group));
    }
    return least;
  }

  private long available() {
    return lines(proc.resolve("meminfo")).stream()
        .filter(line -> line.startsWith("MemAvailable:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
        .findFirst()
        .orElse(Long.MAX_VALUE);
  }

  /**
   * The control group and its parents, each with a possible limit; also version 1 with its memory
   * controller.
   */
  private List<Path> ownGroups() {
    List<Path> all = new ArrayList<>();
    for (String line : lines(proc.resolve("self/cgroup"))) {
      String[] parts = line.split(":", 3);
      if (parts.length == 3 && (parts[1].isEmpty() || parts[1].equals("memory"))) {
        Path root = parts[1].isEmpty() ? groups : groups.resolve("memory");
        // Inside a container, its own group is mounted as the root.
        all.add(root);
        Path at = root;
        for (Path name : Path.of(parts[2].substring(1)).normalize()) {
          at = at.resolve(name);
          all.add(at);
        }
      }
    }
    return all;
  }

  private static long left(Path group) {
    OptionalLong limit = number(group, "memory.max", "memory.limit_in_bytes");
    OptionalLong used = number(group, "memory.current", "memory.usage_in_bytes");
    if (limit.isEmpty() || used.isEmpty()) {
      return Long.MAX_VALUE;
    }
    // The kernel frees inactive file pages on demand.
    long cached =
        lines(group.resolve("memory.stat")).stream()
            .filter(line ->
                line.startsWith("inactive_file ") || line.startsWith("total_inactive_file "))
            .mapToLong(line -> Long.parseLong(line.substring(line.indexOf(' ') + 1)))
            .max()
            .orElse(0);
    return limit.getAsLong() - used.getAsLong() + cached;
  }

  private static OptionalLong number(Path group, String... names) {
    for (String name : names) {
      List<String> lines = lines(group.resolve(name));
      if (!lines.isEmpty() && lines.getFirst().matches("\\d{1,18}")) {
        return OptionalLong.of(Long.parseLong(lines.getFirst()));
      }
    }
    return OptionalLong.empty();
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException absent) {
      return List.of();
    }
  }
}
