package com.lotview.worker.browser.chrome;

import com.lotview.worker.browser.process.BrowserStartException;
import com.lotview.worker.browser.process.BrowserStartException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The paths of Chromium and its driver.
 *
 * @param sandboxed whether Chromium uses its sandbox, with which it does not start as root
 */
public record ChromeInstallation(Path driver, Path binary, boolean sandboxed) {

  private static final String CURE = "install them with: apt-get install chromium chromium-driver";

  /**
   * From {@code CHROMEDRIVER} and {@code CHROME_BIN}, or Debian's paths. It takes the binary
   * instead of {@code /usr/bin/chromium}, a shell script that adds switches.
   *
   * @throws BrowserStartException if one of them is missing
   */
  public static ChromeInstallation find(Map<String, String> environment) {
    Path driver =
        place(environment.get("CHROMEDRIVER"), "CHROMEDRIVER", List.of("/usr/bin/chromedriver"));
    Path binary =
        place(
            environment.get("CHROME_BIN"),
            "CHROME_BIN",
            List.of("/usr/lib/chromium/chromium", "/opt/google/chrome/chrome"));
    return new ChromeInstallation(driver, binary, !isRoot());
  }

  private static Path place(@Nullable String chosen, String variable, List<String> usual) {
    if (chosen != null && !chosen.isBlank()) {
      return executable(Path.of(chosen), variable + "=" + chosen + " is no executable file");
    }
    for (String candidate : usual) {
      if (Files.isExecutable(Path.of(candidate))) {
        return Path.of(candidate);
      }
    }
    throw missing(usual.getFirst() + " is not there and " + variable + " is not set");
  }

  private static Path executable(Path path, String otherwise) {
    if (Files.isRegularFile(path) && Files.isExecutable(path)) {
      return path;
    }
    throw missing(otherwise);
  }

  private static BrowserStartException missing(String what) {
    return new BrowserStartException(
        Reason.NOT_INSTALLED, "Chromium or its driver is missing (" + what + "); " + CURE, null);
  }

  private static boolean isRoot() {
    try {
      return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    } catch (IOException | UnsupportedOperationException unknown) {
      return false;
    }
  }
}
