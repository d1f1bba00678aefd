package com.lotview.bench.form;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The extension's script that fills the form, built from its sources by Node.js. */
final class FillScript {
  private static final long BUILDS_WITHIN_SECONDS = 120;

  private FillScript() {}

  /** Whether the libraries of the web modules are installed, which the build needs. */
  static boolean canBeBuilt() {
    return Files.isDirectory(web().resolve("node_modules").resolve("vite"));
  }

  static String build(Path folder) {
    Path out = folder.resolve("script").toAbsolutePath();
    try {
      Files.createDirectories(out);
      Process node =
          new ProcessBuilder("node", "extension/fill.mjs", out.toString())
              .directory(web().toFile())
              .redirectErrorStream(true)
              .redirectOutput(out.resolve("build.log").toFile())
              .start();
      if (!node.waitFor(BUILDS_WITHIN_SECONDS, TimeUnit.SECONDS) || node.exitValue() != 0) {
        node.destroyForcibly();
        throw new IllegalStateException(
            "The script was not built: " + Files.readString(out.resolve("build.log")));
      }
      return Files.readString(out.resolve("fill.js"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the script was built", e);
    }
  }

  /** Beside the module, or in the folder where the command runs. */
  private static Path web() {
    return Stream.of(Path.of("..", "web"), Path.of("web"))
        .filter(Files::isDirectory)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("There is no folder web"));
  }
}
