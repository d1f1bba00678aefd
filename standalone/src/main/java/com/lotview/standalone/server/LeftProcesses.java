package com.lotview.standalone.server;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Processes of a killed server that have not noticed it yet. While one of them is attached to the
 * shared memory, PostgreSQL does not start on the same data.
 */
final class LeftProcesses {
  private static final Duration POLL_INTERVAL = Duration.ofMillis(100);
  private static final int POLLS = 300;

  private LeftProcesses() {}

  /** Waits for them, half a minute at most. Linux only; on other systems it returns at once. */
  static void awaitEndOfThoseIn(Path data) {
    try {
      for (int poll = 0; poll < POLLS && anyIn(data.toRealPath()); poll++) {
        TimeUnit.MILLISECONDS.sleep(POLL_INTERVAL.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      // The start reports problems with the folder.
    }
  }

  // All of a server's processes work in its data folder.
  private static boolean anyIn(Path data) throws IOException {
    Path processes = Path.of("/proc");
    if (!Files.isDirectory(processes)) {
      return false;
    }
    try (DirectoryStream<Path> all = Files.newDirectoryStream(processes, "[0-9]*")) {
      for (Path process : all) {
        if (worksIn(process, data)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean worksIn(Path process, Path data) {
    try {
      return Files.readSymbolicLink(process.resolve("cwd")).equals(data);
    } catch (IOException endedOrOfOthers) {
      return false;
    }
  }
}
