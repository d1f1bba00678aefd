package com.lotview.journey;

import com.deque.html.axecore.selenium.AxeBuilder;
import com.lotview.worker.browser.chrome.ChromeInstallation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A person at the dashboard, in a browser of their own. */
final class DashboardBrowser implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final ChromeDriver driver;
  private final String address;

  private DashboardBrowser(ChromeDriver driver, String address) {
    this.driver = driver;
    this.address = address;
  }

  /** Opens the dashboard of a system. */
  static DashboardBrowser open(String url) {
    ChromeInstallation chrome = ChromeInstallation.find(System.getenv());
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chrome.binary().toFile());
    options.setCapability("goog:loggingPrefs", logs);
    options.addArguments(
        List.of(
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--window-size=1366,900",
            "--no-first-run",
            "--disable-background-networking"));
    DashboardBrowser browser =
        new DashboardBrowser(
            new ChromeDriver(
                new ChromeDriverService.Builder()
                    .usingDriverExecutable(chrome.driver().toFile())
                    .usingAnyFreePort()
                    .build(),
                options),
            url + "/app/");
    browser.driver.get(browser.address);
    return browser;
  }

  void signIn(String email, String password) {
    shown("input[name=email]").sendKeys(email);
    shown("input[name=password]").sendKeys(password);
    shown("button[type=submit]").click();
    shown("nav[aria-label=LotView]");
  }

  /** Opens a page as a link does. */
  void go(String path) {
    driver.get(address + path);
  }

  /** Presses the first button with that name. */
  void press(String name) {
    waiting()
        .until(
            ExpectedConditions.elementToBeClickable(
                By.xpath("//button[normalize-space()='" + name + "']")))
        .click();
  }

  /** Presses the button with that name in the open dialog. */
  void pressInDialog(String name) {
    waiting()
        .until(
            ExpectedConditions.elementToBeClickable(
                By.xpath("//*[@role='dialog']//button[normalize-space()='" + name + "']")))
        .click();
  }

  /** Takes a value of a list in the open dialog. */
  void chooseInDialog(String list, String value) {
    waiting()
        .until(
            ExpectedConditions.elementToBeClickable(
                By.cssSelector(
                    "[role=dialog] select[name=%s] option[value='%s']".formatted(list, value))))
        .click();
  }

  /** Waits until the page shows this, without loading it again. */
  void awaitText(String text) {
    waiting()
        .withMessage(() -> "The page says: " + driver.findElement(By.tagName("body")).getText())
        .until(page -> page.findElement(By.tagName("main")).getText().contains(text));
  }

  /**
   * Shows pages as on a screen of that width, in light or dark.
   *
   * @param width CSS pixels
   */
  void show(int width, boolean dark) {
    show(width, Map.of("prefers-color-scheme", dark ? "dark" : "light"));
  }

  /**
   * Shows pages on a screen of 1366 pixels to a person who has them twice as large, in the colours
   * of their own system and without movement.
   */
  void showLarge() {
    show(683, Map.of("forced-colors", "active", "prefers-reduced-motion", "reduce"));
  }

  private void show(int width, Map<String, String> wishes) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 800, "deviceScaleFactor", 1, "mobile", width < 600));
    List<Map<String, String>> features =
        wishes.entrySet().stream()
            .map(wish -> Map.of("name", wish.getKey(), "value", wish.getValue()))
            .toList();
    driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", features));
  }

  /** Whether the page sees that person's wishes. */
  boolean seesWishes() {
    return isTrue(
        "matchMedia('(forced-colors: active)').matches"
            + " && matchMedia('(prefers-reduced-motion: reduce)').matches");
  }

  /** Waits until the page has its heading and has sent no requests since the last check. */
  void awaitPage() {
    AtomicLong asked = new AtomicLong(-1);
    waiting()
        .until(page -> {
          Object now =
              driver.executeScript("return performance.getEntriesByType('resource').length");
          boolean quiet = now instanceof Long count && asked.getAndSet(count) == count;
          return quiet && !page.findElements(By.cssSelector("main h1")).isEmpty();
        });
  }

  /**
   * What is wrong with the page: the rules of WCAG that it breaks, each with its first place;
   * whether it is wider than the screen; and whether something moves although it should not.
   */
  List<String> flaws() {
    List<String> flaws = new ArrayList<>();
    new AxeBuilder()
        .analyze(driver)
        .getViolations()
        .forEach(rule -> flaws.add(rule.getId() + ": " + rule.getNodes().getFirst().getHtml()));
    if (isTrue("document.documentElement.scrollWidth > document.documentElement.clientWidth")) {
      flaws.add("scrolls sideways");
    }
    if (isTrue(
        "matchMedia('(prefers-reduced-motion: reduce)').matches && document.getAnimations().length"
            + " > 0")) {
      flaws.add("moves");
    }
    return flaws;
  }

  private boolean isTrue(String expression) {
    return Boolean.TRUE.equals(driver.executeScript("return " + expression));
  }

  /** The errors in the console. */
  List<String> errors() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
        .map(LogEntry::getMessage)
        .toList();
  }

  private WebElement shown(String selector) {
    return waiting().until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(selector)));
  }

  private WebDriverWait waiting() {
    return new WebDriverWait(driver, TIMEOUT);
  }

  @Override
  public void close() {
    driver.quit();
  }
}
