package com.lotview.worker.browser.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * Marks a folder with the process that uses it, so that a sweep deletes only the folders of dead
 * processes.
 */
public final class FolderOwner {

  private static final String FILE = "owner";

  private FolderOwner() {}

  /** Marks the folder as this process's. */
  public static void write(Path folder) throws IOException {
    Files.writeString(folder.resolve(FILE), describe(ProcessHandle.current()));
  }

  /** Whether the process of the folder still runs; another process with its pid does not count. */
  public static boolean lives(Path folder) {
    try {
      String written = Files.readString(folder.resolve(FILE));
      long pid = Long.parseLong(written.substring(0, written.indexOf(' ')));
      return ProcessHandle.of(pid).filter(process -> describe(process).equals(written)).isPresent();
    } catch (IOException | RuntimeException unmarked) {
      return false;
    }
  }

  public static boolean isMark(Path file) {
    return file.endsWith(FILE);
  }

  private static String describe(ProcessHandle process) {
    return process.pid() + " " + process.info().startInstant().orElse(Instant.EPOCH);
  }
}
