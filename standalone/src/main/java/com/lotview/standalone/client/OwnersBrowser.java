package com.lotview.standalone.client;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * A second real browser that shows a live view, used like a person: by looking at the picture, with
 * mouse and keys. Not thread-safe.
 */
public final class OwnersBrowser implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final Duration GLANCE = Duration.ofMillis(50);

  /** The first block of that colour from above: its middle, in pixels of the picture. */
  private static final String SPOT =
      """
      const [red, green, blue] = arguments;
      const screen = document.getElementById('screen');
      const { width, height } = screen;
      if (width < 2) return null;
      const data = screen.getContext('2d').getImageData(0, 0, width, height).data;
      const near = (at) => Math.abs(data[at] - red) + Math.abs(data[at + 1] - green) + Math.abs(data[at + 2] - blue) < 30;
      let top = -1, left = width, right = 0, y = 0;
      for (; y < height; y++) {
        let count = 0;
        for (let x = 0; x < width; x++) if (near(4 * (y * width + x))) count++;
        if (count > 60 && top < 0) top = y;
        if (top === y) for (let x = 0; x < width; x++) if (near(4 * (y * width + x))) { left = Math.min(left, x); right = Math.max(right, x); }
        if (count <= 60 && top >= 0 && y - top > 8) break;
      }
      const box = screen.getBoundingClientRect();
      return top < 0 ? null : [(left + right) / 2 / width * box.width, (top + y) / 2 / height * box.height];
      """;

  private final ChromeDriver driver;

  private OwnersBrowser(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Starts it, without a window, from the programs of browser and driver. */
  public static OwnersBrowser open(Path program, Path driver) {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(program.toFile());
    options.addArguments(
        List.of(
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--window-size=1500,1150",
            "--no-first-run",
            "--disable-background-networking"));
    return new OwnersBrowser(
        new ChromeDriver(
            new ChromeDriverService.Builder()
                .usingDriverExecutable(driver.toFile())
                .usingAnyFreePort()
                .build(),
            options));
  }

  /** A place on the view, in pixels of this browser's page. */
  public record Spot(double x, double y) {
    /** Whether it is further down or up than that. */
    public boolean elsewhere(@Nullable Spot before) {
      return before == null || Math.abs(y - before.y) > 3;
    }
  }

  /** Opens the view's page and waits until it shows a picture. */
  public void look(String url) {
    driver.get(url);
    await("READY");
    waiting().until(d -> frames() > 0);
  }

  /** Waits until the page shows this; fails with what it shows instead. */
  public void await(String state) {
    waiting()
        .withMessage(() -> "The view says: " + said())
        .until(
            d -> state.equals(driver.findElement(By.tagName("body")).getAttribute("data-state")));
  }

  /** The page's message to people. */
  public String said() {
    return driver.findElement(By.id("status")).getText();
  }

  /** How many pictures were shown so far. */
  public long frames() {
    return counted("data-frames");
  }

  /** Their total size in bytes. */
  public long bytes() {
    return counted("data-bytes");
  }

  private long counted(String attribute) {
    String count = driver.findElement(By.id("screen")).getDomAttribute(attribute);
    return count == null ? 0 : Long.parseLong(count);
  }

  /** Waits until a matching area of that colour is visible. */
  public Spot seen(int red, int green, int blue, Predicate<Spot> fits) {
    List<Spot> seen = new ArrayList<>();
    waiting()
        .withMessage(() -> "Nothing like that is to be seen; the view says: " + said())
        .until(d -> spot(red, green, blue).filter(fits).map(seen::add).orElse(false));
    return seen.getFirst();
  }

  private Optional<Spot> spot(int red, int green, int blue) {
    return driver.executeScript(SPOT, red, green, blue) instanceof List<?> at
        ? Optional.of(
            new Spot(((Number) at.get(0)).doubleValue(), ((Number) at.get(1)).doubleValue()))
        : Optional.empty();
  }

  /** Moves there and clicks. */
  public void click(Spot spot) {
    WebElement view = driver.findElement(By.id("keys"));
    int fromMiddleX = (int) Math.round(spot.x() - view.getSize().getWidth() / 2.0);
    int fromMiddleY = (int) Math.round(spot.y() - view.getSize().getHeight() / 2.0);
    new Actions(driver).moveToElement(view, fromMiddleX, fromMiddleY).click().perform();
  }

  /** Types, where the view's own cursor is. */
  public void type(CharSequence... keys) {
    new Actions(driver).sendKeys(keys).perform();
  }

  /** The address from which this browser's own page can be shown. */
  public URI pageSocket() {
    if (driver.getCapabilities().getCapability("goog:chromeOptions") instanceof Map<?, ?> chrome) {
      return URI.create(
          "ws://" + chrome.get("debuggerAddress") + "/devtools/page/" + driver.getWindowHandle());
    }
    throw new IllegalStateException("The driver did not tell its browser's address");
  }

  /** For measurements. */
  public ChromeDriver driver() {
    return driver;
  }

  private WebDriverWait waiting() {
    return new WebDriverWait(driver, TIMEOUT, GLANCE);
  }

  @Override
  public void close() {
    driver.quit();
  }
}
