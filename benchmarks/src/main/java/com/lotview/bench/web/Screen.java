package com.lotview.bench.web;

import com.lotview.worker.browser.chrome.ChromeInstallation;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openqa.selenium.By;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** A person's Chromium, with the processor time and the memory of the page that it shows. */
final class Screen implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofMinutes(2);
  private static final Duration POLL = Duration.ofMillis(100);

  /** Notes each frame of a socket, before the page hears of it, and every request. */
  private static final String FRAMES =
      """
      window.heard = [];
      performance.setResourceTimingBufferSize(100_000);
      const Plain = window.WebSocket;
      window.WebSocket = class extends Plain {
        constructor(...given) {
          super(...given);
          this.addEventListener('message', () => window.heard.push(performance.timeOrigin + performance.now()));
        }
      };
      """;

  private final ChromeDriver driver;

  private Screen(ChromeDriver driver) {
    this.driver = driver;
  }

  static Screen open() {
    ChromeInstallation chrome = ChromeInstallation.find(System.getenv());
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chrome.binary().toFile());
    options.addArguments(
        List.of(
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking"));
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(chrome.driver().toFile())
            .usingAnyFreePort()
            .build();
    return new Screen(new ChromeDriver(service, options));
  }

  /** Signs in at the dashboard. */
  void signIn(String dashboard, String email, String password) {
    driver.get(dashboard);
    await("the sign-in", "document.querySelector('input[name=password]')");
    driver.findElement(By.name("email")).sendKeys(email);
    driver.findElement(By.name("password")).sendKeys(password);
    driver.findElement(By.cssSelector("button[type=submit]")).click();
    await("the dashboard", "document.querySelector('nav')");
  }

  /**
   * Goes on in a new tab, whose work is measured from its start.
   *
   * @param cached whether it may take files from the cache, as on a later visit
   */
  void newTab(boolean cached) {
    String before = driver.getWindowHandle();
    driver.switchTo().newWindow(WindowType.TAB);
    String tab = driver.getWindowHandle();
    driver.switchTo().window(before).close();
    driver.switchTo().window(tab);
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", 1366, "height", 768, "deviceScaleFactor", 1, "mobile", false));
    driver.executeCdpCommand("Performance.enable", Map.of("timeDomain", "threadTicks"));
    driver.executeCdpCommand("Page.enable", Map.of());
    driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", FRAMES));
    driver.executeCdpCommand("Network.enable", Map.of());
    driver.executeCdpCommand("Network.setCacheDisabled", Map.of("cacheDisabled", !cached));
  }

  void go(String address) {
    driver.get(address);
  }

  /** Runs a function's body in the page. */
  Object run(String script, Object... arguments) {
    return Objects.requireNonNullElse(driver.executeScript(script, arguments), "");
  }

  double number(String expression) {
    return ((Number) run("return " + expression)).doubleValue();
  }

  /** Waits until an expression is true in the page. */
  void await(String what, String expression, Object... arguments) {
    Instant end = Instant.now().plus(TIMEOUT);
    while (!Boolean.TRUE.equals(run("return !!(" + expression + ")", arguments))) {
      if (Instant.now().isAfter(end)) {
        throw new IllegalStateException(
            "Never seen: " + what + "; the page says: " + run("return document.body.innerText"));
      }
      pause(POLL);
    }
  }

  static void pause(Duration time) {
    try {
      TimeUnit.NANOSECONDS.sleep(time.toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    }
  }

  /**
   * Milliseconds that the page's main thread has worked on a processor since the tab was opened.
   */
  double millis() {
    double seconds = metric("TaskDuration");
    if (seconds <= 0) {
      throw new IllegalStateException("DevTools measures no work of the page");
    }
    return seconds * 1000;
  }

  /** MiB of the page's objects, after a collection. */
  double heapMebibytes() {
    driver.executeCdpCommand("HeapProfiler.collectGarbage", Map.of());
    double bytes = metric("JSHeapUsedSize");
    if (bytes <= 0) {
      throw new IllegalStateException("DevTools measures no memory of the page");
    }
    return bytes / (1024 * 1024);
  }

  private double metric(String name) {
    Map<String, Double> metrics = new HashMap<>();
    Object answer = driver.executeCdpCommand("Performance.getMetrics", Map.of()).get("metrics");
    for (Object metric : (List<?>) Objects.requireNonNull(answer, "metrics")) {
      Map<?, ?> one = (Map<?, ?>) metric;
      if (one.get("value") instanceof Number value) {
        metrics.put(String.valueOf(one.get("name")), value.doubleValue());
      }
    }
    return Objects.requireNonNull(metrics.get(name), name);
  }

  @Override
  public void close() {
    driver.quit();
  }
}
