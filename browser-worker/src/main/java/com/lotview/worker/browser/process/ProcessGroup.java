package com.lotview.worker.browser.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * A process group: whether it runs, and how to kill it. Linux only (reads {@code /proc}). Any
 * process of the same user may use it, also after the group's starter has died.
 */
public final class ProcessGroup {

  /** The file in a job's folder with the number of the browser's group. */
  public static final String FILE = "browser.pgid";

  /** Other groups beside the browser (proxy, screen) have their own files. */
  private static final String ENDING = ".pgid";

  private static final Path PROC = Path.of("/proc");
  private static final Duration GONE_WITHIN = Duration.ofSeconds(20);

  private ProcessGroup() {}

  /** Whether any process of the group runs; zombies do not count. */
  public static boolean alive(long group) {
    return processes().anyMatch(stat -> stat.group() == group && !stat.ended());
  }

  /**
   * Kills all processes of the group with SIGKILL and waits until none is left.
   *
   * @return whether none is left
   */
  public static boolean kill(long group) {
    if (group <= 1 || group == own()) {
      throw new IllegalArgumentException("not a browser's process group: " + group);
    }
    long deadline = System.nanoTime() + GONE_WITHIN.toNanos();
    // A process may fork during the first signal, so signal until none is left.
    while (alive(group)) {
      signal(group);
      if (System.nanoTime() > deadline) {
        return false;
      }
      Pause.millis(10);
    }
    return true;
  }

  /** The number of the browser's group in a job's folder, if there is one. */
  public static OptionalLong read(Path folder) {
    return number(folder.resolve(FILE));
  }

  private static OptionalLong number(Path file) {
    try {
      return OptionalLong.of(Long.parseLong(Files.readString(file).strip()));
    } catch (IOException | NumberFormatException absent) {
      return OptionalLong.empty();
    }
  }

  /**
   * Kills the browser of a job's folder and the groups beside it. The system reuses numbers, so it
   * spares a group of which no process names the folder.
   *
   * @return whether no process is left
   */
  public static boolean killOf(Path folder) {
    boolean gone = true;
    for (Path file : files(folder)) {
      OptionalLong group = number(file);
      if (group.isPresent() && belongs(group.getAsLong(), folder)) {
        gone &= kill(group.getAsLong());
      }
    }
    return gone;
  }

  /** Whether a file contains a group's number. */
  public static boolean isFile(Path file) {
    return file.getFileName().toString().endsWith(ENDING);
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(ProcessGroup::isFile).toList();
    } catch (NoSuchFileException | NotDirectoryException absent) {
      return List.of();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static boolean belongs(long group, Path folder) {
    String mark = folder.toAbsolutePath().normalize() + "/";
    return processes().anyMatch(stat -> stat.group() == group && stat.names(mark));
  }

  public static long own() {
    return ProcessStat.read(PROC.resolve("self")).map(ProcessStat::group).orElse(-1L);
  }

  public static Stream<ProcessStat> processes() {
    try (Stream<Path> entries = Files.list(PROC)) {
      return entries
          .filter(entry -> Character.isDigit(entry.getFileName().toString().charAt(0)))
          .flatMap(entry -> ProcessStat.read(entry).stream())
          .toList()
          .stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The JDK can signal a single process only, so a command signals the group. */
  private static void signal(long group) {
    try {
      new ProcessBuilder("kill", "-9", "--", "-" + group)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException cannot) {
      throw new UncheckedIOException(cannot);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while killing group " + group, interrupted);
    }
  }
}
