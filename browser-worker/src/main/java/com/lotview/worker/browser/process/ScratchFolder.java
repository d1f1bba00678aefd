package com.lotview.worker.browser.process;

import com.lotview.worker.files.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A browser's folder for temporary files, {@code t} in the job's folder. Chromium creates a socket
 * there, whose path may have at most 107 characters: for a longer job folder, {@code t} is a link
 * to a short path, and both are deleted together.
 */
public final class ScratchFolder {

  private static final String NAME = "t";
  private static final String PREFIX = "lv-";

  /** 107 characters minus Chromium's own {@code /org.chromium.Chromium.XXXXXX/SingletonSocket}. */
  private static final int MAX_PATH_CHARS = 60;

  private ScratchFolder() {}

  /** Creates the folder and returns the browser's path to it. */
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

  /** Deletes the folder; follows only a link that we created. */
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
