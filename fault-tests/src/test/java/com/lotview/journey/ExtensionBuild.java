package com.lotview.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.standalone.client.Installation;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The extension, built as a person builds it: {@code ./lotview extension}. */
final class ExtensionBuild {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private ExtensionBuild() {}

  /** Without Chromium and its driver the tests of the extension are skipped. */
  static void needsChromium() {
    Assumptions.assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/chromedriver"))
            || System.getenv("CHROMEDRIVER") != null,
        "Chromium and its driver are needed");
  }

  /** For the address of a system; the folder to load. */
  static Path of(Installation system) throws IOException, InterruptedException {
    return run(system.home(), URI.create(system.url()).getPort(), List.of());
  }

  /** For an address that is typed at the first start. */
  static Path withoutServer(Path home) throws IOException, InterruptedException {
    return run(home, 1, List.of("--server", ""));
  }

  /** A copy, because a browser's test may change it. */
  static Path copy(Path extension, Path folder) throws IOException {
    Path copy = folder.resolve("copy");
    try (Stream<Path> files = Files.walk(extension)) {
      for (Path file : files.toList()) {
        Path target = copy.resolve(extension.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
    return copy;
  }

  /** For a system that is not started yet. */
  static Path run(Path home, int port, List<String> more) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("./lotview", "extension"));
    command.addAll(more);
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(ROOT.toFile()).redirectErrorStream(true);
    builder.environment().put("LOTVIEW_HOME", home.toString());
    builder.environment().put("LOTVIEW_PORT", String.valueOf(port));
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    Assumptions.assumeFalse(said.contains("npm could not install"), said);
    assertThat(process.exitValue()).as(said).isZero();
    return home.resolve("extension/unpacked");
  }
}
