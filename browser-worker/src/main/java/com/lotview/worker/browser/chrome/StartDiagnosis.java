package com.lotview.worker.browser.chrome;

import com.lotview.worker.browser.process.ProcessGroup;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Finds out why Chromium does not start. Its driver says only that it exited, so it is started once
 * without the driver and without a window, and its own words are read.
 */
final class StartDiagnosis {
  private static final long SECONDS = 10;
  private static final int MAX_WORDS = 300;

  /** What Chromium says without user namespaces, and when it may not use them as it needs. */
  private static final List<String> NO_SANDBOX =
      List.of(
          "No usable sandbox",
          "sandbox/linux/services/",
          "Zygote process exited",
          "hello message from zygote");

  private static final String SANDBOX_CURE =
      "No usable sandbox: Chromium may not build its own sandbox here. In a container, use the"
          + " seccomp profile deploy/seccomp/chromium.json (docker and podman: --security-opt"
          + " seccomp=FILE; Kubernetes: a seccompProfile of type Localhost). On the host, allow"
          + " unprivileged user namespaces. Do not switch the sandbox off.";

  private StartDiagnosis() {}

  static String of(ChromeInstallation chrome, Path folder) throws IOException {
    Files.createDirectories(folder);
    Path said = folder.resolve("said.txt");
    ProcessBuilder builder = new ProcessBuilder(command(chrome, folder));
    builder.environment().keySet().retainAll(List.of("PATH", "LANG"));
    builder.environment().put("HOME", folder.toString());
    Process process = builder.redirectErrorStream(true).redirectOutput(said.toFile()).start();
    try {
      boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
      return ended && process.exitValue() == 0 ? "" : sentence(text(said));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return "";
    } finally {
      // Chromium's helpers may outlive it.
      ProcessGroup.kill(process.pid());
    }
  }

  private static List<String> command(ChromeInstallation chrome, Path folder) {
    return List.of(
        "setsid",
        chrome.binary().toString(),
        "--headless=new",
        "--no-first-run",
        "--disable-dev-shm-usage",
        "--user-data-dir=" + folder.resolve("p"),
        "--dump-dom",
        "about:blank");
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  /** The cure, if the words are known; else Chromium's first complaint. */
  static String sentence(String words) {
    if (NO_SANDBOX.stream().anyMatch(words::contains)) {
      return SANDBOX_CURE;
    }
    return words
        .lines()
        .filter(line -> line.contains("FATAL") || line.contains("ERROR"))
        .findFirst()
        .map(line -> "Chromium says: " + line.substring(0, Math.min(line.length(), MAX_WORDS)))
        .orElse("");
  }
}
