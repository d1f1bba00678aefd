package com.lotview.worker.fleet.lease;

import com.lotview.kit.id.Ids;
import com.lotview.worker.files.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.UUID;

/** One folder for each run, with everything that the run keeps on disk. */
public final class JobFolders {
  /** A browser's socket below the folder must fit into the system's 108 characters. */
  private static final int MAX_HOME_CHARS = 46;

  private final Path home;

  /**
   * @param home folder of workers alone
   * @throws IllegalArgumentException if its path is too long for what browsers put below it
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

  /** A seat for a new run; its folder is named by the random part of its id, and not made yet. */
  public RunLocation seat() {
    UUID runId = Ids.next();
    String id = runId.toString();
    return new RunLocation(runId, home.resolve(id.substring(id.lastIndexOf('-') + 1)).toString());
  }

  /** Removes the folder of a run with all that is in it. */
  public static void delete(Path folder) {
    try {
      Folders.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
