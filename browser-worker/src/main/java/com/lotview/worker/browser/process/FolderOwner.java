package com.lotview.worker.browser.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * Marks a folder with the process that works in it, so that a sweep leaves a living neighbour's
 * folders alone and deletes a dead one's.
 */
public final class FolderOwner {

  private static final String FILE = "owner";

  private FolderOwner() {}

  /** Marks it as this process's. */
  public static void write(Path folder) throws IOException {
    Files.writeString(folder.resolve(FILE), describe(ProcessHandle.current()));
  }

  /**
   * Whether the process that made the folder still runs (not merely another one with its number).
   */
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
