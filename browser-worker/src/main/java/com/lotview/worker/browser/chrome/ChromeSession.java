package com.lotview.worker.browser.chrome;

import com.lotview.worker.browser.BrowserCookie;
import com.lotview.worker.browser.BrowserSession;
import com.lotview.worker.browser.CookieFormat;
import com.lotview.worker.browser.OnceOnly;
import com.lotview.worker.browser.Slowness;
import com.lotview.worker.browser.Viewport;
import com.lotview.worker.browser.process.ProcessGroup;
import com.lotview.worker.browser.process.ProcessStat;
import com.lotview.worker.browser.process.ScratchFolder;
import com.lotview.worker.files.Folders;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.remote.RemoteWebDriver;

/** A Chromium that {@link ChromeLauncher} started. */
final class ChromeSession implements BrowserSession {

  private static final System.Logger LOG = System.getLogger(ChromeSession.class.getName());

  /** How long a browser may take to close; a driver without its browser would hang for 5 s. */
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

  private final ChromeDriver driver;
  private final Path folder;
  private final long group;
  private final ChromeSlowness slowness;

  ChromeSession(ChromeDriver driver, Path folder, long group) {
    this.driver = driver;
    this.folder = folder;
    this.group = group;
    this.slowness = new ChromeSlowness(group, this::pageSocket);
  }

  /** Height of the browser's bars above the page, as measured. */
  private static final int BARS_PIXELS = 143;

  /** The window's size for a page of this size. */
  static String window(Viewport page) {
    return page.width() + "," + (page.height() + BARS_PIXELS);
  }

  /** Sets the page to this size, independent of the browser's bars. */
  void fit(Viewport page) {
    if (!(driver.executeScript("return [innerWidth, innerHeight, outerWidth, outerHeight]")
            instanceof List<?> seen)
        || seen.size() != 4) {
      throw new WebDriverException("the browser did not tell its window's size");
    }
    int dx = page.width() - number(seen.get(0));
    int dy = page.height() - number(seen.get(1));
    if (dx != 0 || dy != 0) {
      driver
          .manage()
          .window()
          .setSize(new Dimension(number(seen.get(2)) + dx, number(seen.get(3)) + dy));
    }
  }

  private static int number(@Nullable Object value) {
    return value instanceof Number number ? number.intValue() : 0;
  }

  /**
   * Several windows share a screen, and only one would have the focus: lists that close without
   * focus would close at random.
   */
  void keepFocus() {
    devTools("Emulation.setFocusEmulationEnabled", Map.of("enabled", true));
  }

  @Override
  public RemoteWebDriver driver() {
    return driver;
  }

  @Override
  public Map<String, Object> devTools(String method, Map<String, ?> parameters) {
    return driver.executeCdpCommand(method, new HashMap<>(parameters));
  }

  @Override
  public URI pageSocket() {
    if (driver.getCapabilities().getCapability("goog:chromeOptions") instanceof Map<?, ?> chrome
        && chrome.get("debuggerAddress") instanceof String address) {
      return URI.create("ws://" + address + "/devtools/page/" + driver.getWindowHandle());
    }
    throw new WebDriverException("the driver did not tell the browser's DevTools address");
  }

  @Override
  public long processGroup() {
    return group;
  }

  @Override
  public Path folder() {
    return folder;
  }

  @Override
  public void setCookies(List<BrowserCookie> cookies, URI site) {
    List<Map<String, Object>> out =
        cookies.stream().map(cookie -> CookieFormat.toDevTools(cookie, site)).toList();
    devTools("Storage.setCookies", Map.of("cookies", out));
  }

  @Override
  public List<BrowserCookie> cookies() {
    Object cookies = devTools("Storage.getCookies", Map.of()).get("cookies");
    if (!(cookies instanceof List<?> list)) {
      throw new WebDriverException("the browser did not list its cookies");
    }
    return list.stream()
        .flatMap(cookie -> cookie instanceof Map<?, ?> map ? Stream.of(map) : Stream.empty())
        .map(CookieFormat::fromDevTools)
        .toList();
  }

  @Override
  public byte[] screenshot() {
    return driver.getScreenshotAs(OutputType.BYTES);
  }

  /** The forwarder handles this. */
  @Override
  public OnceOnly onceOnly(String host) {
    return () -> {};
  }

  @Override
  public Slowness slowness() {
    return slowness;
  }

  @Override
  public boolean alive() {
    return ProcessGroup.alive(group);
  }

  @Override
  public void kill() {
    if (!ProcessGroup.kill(group)) {
      throw new IllegalStateException("process group " + group + " cannot be ended");
    }
  }

  @Override
  public void close() {
    slowness.close();
    try {
      if (alive()) {
        if (driverAlive()) {
          quit();
        }
        kill();
      }
      Folders.delete(folder.resolve("p"));
      ScratchFolder.delete(folder);
      Files.deleteIfExists(folder.resolve("start"));
      Files.deleteIfExists(folder.resolve(ProcessGroup.FILE));
    } catch (IOException | RuntimeException failure) {
      LOG.log(System.Logger.Level.WARNING, "left behind by a browser: " + folder, failure);
    }
  }

  /** The group's leader. Without it, a request to close has no receiver. */
  private boolean driverAlive() {
    return ProcessStat.read(Path.of("/proc", String.valueOf(group)))
        .filter(stat -> !stat.ended())
        .isPresent();
  }

  private void quit() {
    Thread quitting =
        Thread.ofVirtual()
            .start(() -> {
              try {
                driver.quit();
              } catch (RuntimeException alreadyGone) {
                LOG.log(System.Logger.Level.DEBUG, "quit: " + alreadyGone.getMessage());
              }
            });
    try {
      quitting.join(CLOSE_TIMEOUT);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
