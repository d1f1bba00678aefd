package com.lotview.worker.fleet.lease;

import com.lotview.kit.id.Ids;
import com.lotview.worker.files.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.UUID;

/** Names one folder for each run; it holds all files of the run. */
public final class JobFolders {
  /** A browser's socket below the folder must fit into the system's 108 characters. */
  private static final int MAX_HOME_CHARS = 46;

  private final Path home;

  /**
   * @param home a folder that only workers use
   * @throws IllegalArgumentException if the path is too long for a browser's socket below it
   */
  public JobFolders(Path home) {
    this.home = home.toAbsolutePath().normalize();
    int length = this.home.toString().length();
    if (length > MAX_HOME_CHARS) {
      throw new IllegalArgumentException(
          "LOTVIEW_WORKER_HOME is %d characters long, which browsers cannot work below (at most %d): %s"
              .formatted(length, MAX_HOME_CHARS, this.home));
    }
  }

  /**
   * The location of a new run. The random part of the run's id names the folder, which does not
   * exist yet.
   */
  public RunLocation seat() {
    UUID runId = Ids.next();
    String id = runId.toString();
    return new RunLocation(runId, home.resolve(id.substring(id.lastIndexOf('-') + 1)).toString());
  }

  /** Deletes the folder of a run with its content. */
  public static void delete(Path folder) {
    try {
      Folders.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
