package com.lotview.worker.browser.chrome;

import com.lotview.worker.browser.BrowserLauncher;
import com.lotview.worker.browser.BrowserSession;
import com.lotview.worker.browser.LaunchRequest;
import com.lotview.worker.browser.process.BrowserStartException;
import com.lotview.worker.browser.process.BrowserStartException.Reason;
import com.lotview.worker.browser.process.FolderOwner;
import com.lotview.worker.browser.process.ProcessGroup;
import com.lotview.worker.browser.process.ScratchFolder;
import com.lotview.worker.browser.screen.Screen;
import com.lotview.worker.browser.screen.VirtualScreen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.PageLoadStrategy;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.remote.http.ClientConfig;

/**
 * Starts the machine's Chromium and its driver, unmodified. Their paths are explicit, so that
 * Selenium's manager, which downloads and reports usage, does not run. Thread-safe.
 */
public final class ChromeLauncher implements BrowserLauncher {
  /**
   * Features of the browser's window that no page can see and that are useless here: toolbar pages
   * and a spare page, each a process; the translation offer, which would cover the form; the search
   * for cast devices; remote hints. Measured with Chromium 156: 0.4 s of processor time per start
   * instead of 1.1 s, and 64 MiB less.
   */
  private static final List<String> UNUSED =
      List.of(
          "PreloadTopChromeWebUI",
          "WebUIOmniboxPopup",
          "WebUIOmniboxAimPopup",
          "SpareRendererForSitePerProcess",
          "MediaRouter",
          "OptimizationHints",
          "Translate");

  /** How long the site may take for a page; the driver ends the wait itself and stays usable. */
  private static final Duration PAGE_TIMEOUT = Duration.ofSeconds(75);

  /** Time limit of a driver command. Only a browser that hangs takes so long. */
  private static final Duration COMMAND_TIMEOUT = Duration.ofSeconds(90);

  /**
   * Runs the driver as leader of a new process group and writes the group's number first. The
   * driver gets no environment of this process, because pages must not reach the worker's secrets.
   */
  private static final String START =
      """
      #!/bin/sh
      echo $$ > "{folder}/browser.pgid"
      exec env -i PATH="$PATH" LANG="${LANG:-C.UTF-8}" ${TZ:+TZ="$TZ"} DISPLAY="$DISPLAY" XAUTHORITY="$XAUTHORITY" \\
        HOME="{scratch}" TMPDIR="{scratch}" setsid "{driver}" "$@"
      """;

  private final Map<String, String> environment;

  /** Finds Chromium at each launch, by this environment (see {@link ChromeInstallation#find}). */
  public ChromeLauncher(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  @Override
  public BrowserSession launch(LaunchRequest request) {
    ChromeInstallation chrome = ChromeInstallation.find(environment);
    Path folder = request.folder().toAbsolutePath().normalize();
    try {
      Path start = prepare(folder, chrome);
      return start(request, chrome, folder, start);
    } catch (IOException | WebDriverException failure) {
      cleanUp(folder, failure);
      throw new BrowserStartException(
          Reason.DID_NOT_START,
          "Chromium did not start in " + folder + ": " + brief(failure),
          failure);
    }
  }

  @Override
  public String diagnose(Path folder) {
    try {
      return StartDiagnosis.of(ChromeInstallation.find(environment), folder.toAbsolutePath());
    } catch (IOException | BrowserStartException unknown) {
      return String.valueOf(unknown.getMessage());
    }
  }

  private static void cleanUp(Path folder, Exception failure) {
    ProcessGroup.killOf(folder);
    try {
      ScratchFolder.delete(folder);
    } catch (IOException leftover) {
      failure.addSuppressed(leftover);
    }
  }

  private static Path prepare(Path folder, ChromeInstallation chrome) throws IOException {
    Files.createDirectories(folder);
    Path scratch = ScratchFolder.make(folder);
    FolderOwner.write(folder);
    Path start = folder.resolve("start");
    Files.writeString(
        start,
        START
            .replace("{folder}", folder.toString())
            .replace("{driver}", chrome.driver().toString())
            .replace("{scratch}", scratch.toString()));
    Files.setPosixFilePermissions(start, PosixFilePermissions.fromString("rwx------"));
    return start;
  }

  private BrowserSession start(
      LaunchRequest request, ChromeInstallation chrome, Path folder, Path start)
      throws IOException {
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(start.toFile())
            .usingAnyFreePort()
            .withLogFile(folder.resolve("driver.log").toFile())
            .withEnvironment(screen(request))
            .build();
    ChromeDriver driver =
        new ChromeDriver(
            service,
            options(request, chrome, folder),
            ClientConfig.defaultConfig().readTimeout(COMMAND_TIMEOUT));
    long group =
        ProcessGroup.read(folder).orElseThrow(() -> new IOException("no process group written"));
    ChromeSession session = new ChromeSession(driver, folder, group);
    if (request.screen() != null) {
      session.keepFocus();
    }
    session.fit(request.viewport());
    return session;
  }

  private Map<String, String> screen(LaunchRequest request) {
    if (request.display() == LaunchRequest.Display.HEADLESS) {
      return Map.of("DISPLAY", "", "XAUTHORITY", "");
    }
    Screen screen = request.screen();
    if (screen == null) {
      return Map.of(
          "DISPLAY", environment.getOrDefault("DISPLAY", ""), "XAUTHORITY", personalAuthority());
    }
    Path authority = screen.authority();
    return Map.of(
        "DISPLAY", screen.display(), "XAUTHORITY", authority == null ? "" : authority.toString());
  }

  /** The browser's home is not the user's, where this file usually is. */
  private String personalAuthority() {
    return environment.getOrDefault(
        "XAUTHORITY", Path.of(environment.getOrDefault("HOME", "/"), ".Xauthority").toString());
  }

  private static ChromeOptions options(
      LaunchRequest request, ChromeInstallation chrome, Path folder) {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chrome.binary().toFile());
    options.addArguments(switches(request, chrome, folder));
    // Scripts draw the pages: "loaded" means nothing, so do not wait for the last picture.
    options.setPageLoadStrategy(PageLoadStrategy.EAGER);
    options.setPageLoadTimeout(PAGE_TIMEOUT);
    return options;
  }

  private static List<String> switches(
      LaunchRequest request, ChromeInstallation chrome, Path folder) {
    List<String> switches = new ArrayList<>();
    switches.add("--user-data-dir=" + folder.resolve("p"));
    switches.add("--lang=" + request.language());
    switches.add("--window-size=" + ChromeSession.window(request.viewport()));
    switches.addAll(
        List.of(
            "--no-first-run",
            "--no-default-browser-check",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-quic",
            "--disable-dev-shm-usage",
            "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
            "--disable-features=" + String.join(",", UNUSED)));
    switches.addAll(drawing(request));
    if (!chrome.sandboxed()) {
      switches.add("--no-sandbox");
    }
    String proxy = request.proxy();
    if (proxy != null) {
      switches.add("--proxy-server=http://" + proxy);
      switches.add("--proxy-bypass-list=<-loopback>");
    }
    return switches;
  }

  private static List<String> drawing(LaunchRequest request) {
    if (request.display() == LaunchRequest.Display.HEADLESS) {
      // Without the second the screen would be smaller than the window.
      return List.of("--headless=new", "--screen-info={" + VirtualScreen.SIZE + "}");
    }
    // Without graphics hardware the processor draws 3D, as on ordinary machines without a card.
    return request.screen() == null ? List.of() : List.of("--enable-unsafe-swiftshader");
  }

  private static String brief(Exception failure) {
    String message = String.valueOf(failure.getMessage());
    return message.lines().findFirst().orElse(message);
  }
}
