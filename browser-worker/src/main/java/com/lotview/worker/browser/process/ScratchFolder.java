package com.lotview.worker.browser.process;

import com.lotview.worker.files.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A browser's folder for temporary files, {@code t} in the job's folder. Chromium puts a socket
 * into it, and the system takes no socket path over 107 characters: where the job's folder is too
 * deep, {@code t} is a link to a short place, and both go together.
 */
public final class ScratchFolder {

  private static final String NAME = "t";
  private static final String PREFIX = "lv-";

  /**
   * What is left of 107 after Chromium's own {@code /org.chromium.Chromium.XXXXXX/SingletonSocket}.
   */
  private static final int MAX_PATH_CHARS = 60;

  private ScratchFolder() {}

  /** Makes it and returns the path to give to the browser. */
  public static Path make(Path job) throws IOException {
    Path plain = job.resolve(NAME);
    if (plain.toString().length() <= MAX_PATH_CHARS) {
      return Files.createDirectories(plain);
    }
    delete(job);
    Path elsewhere = Files.createTempDirectory(Path.of("/tmp"), PREFIX);
    Files.createSymbolicLink(plain, elsewhere);
    return elsewhere;
  }

  /** Deletes it, wherever it is; only a link that we made is followed. */
  public static void delete(Path job) throws IOException {
    Path plain = job.resolve(NAME);
    if (Files.isSymbolicLink(plain)) {
      Path elsewhere = Files.readSymbolicLink(plain);
      if (elsewhere.startsWith("/tmp") && elsewhere.getFileName().toString().startsWith(PREFIX)) {
        Folders.delete(elsewhere);
      }
    }
    Folders.delete(plain);
  }
}
