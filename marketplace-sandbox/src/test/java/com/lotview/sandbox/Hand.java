package com.lotview.sandbox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import tools.jackson.databind.JsonNode;

/**
 * A browser used as by hand: finds elements again for each use, checks every effect, and retries.
 */
final class Hand implements AutoCloseable {
  static final Path CHROME = path("CHROME", "/usr/lib/chromium/chromium");
  private static final Path DRIVER = path("CHROMEDRIVER", "/usr/bin/chromedriver");
  private static final String FORM = "//div[@role='form' and @aria-label='Marketplace']";

  private final ChromeDriver driver;
  private String url;

  Hand(String url, Path folder) {
    this.url = url;
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROME.toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--no-default-browser-check",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--window-size=1366,900",
        "--lang=en-US",
        "--user-data-dir=" + folder.resolve("profile"));
    ChromeDriverService service =
        new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build();
    this.driver = new ChromeDriver(service, options);
  }

  static boolean browserPresent() {
    return Files.isExecutable(CHROME) && Files.isExecutable(DRIVER);
  }

  /** Opens another site, without cookies. */
  void at(String site) {
    forget();
    url = site;
  }

  void signIn(JsonNode cookies) {
    driver.get(url + "/login/");
    until(By.name("login"));
    for (JsonNode cookie : cookies) {
      driver
          .manage()
          .addCookie(
              new Cookie.Builder(cookie.get("name").asString(), cookie.get("value").asString())
                  .domain(cookie.get("domain").asString())
                  .path("/")
                  .build());
    }
    driver.get(url + "/");
    until(By.cssSelector("[role=feed]"));
  }

  void open(String path) {
    driver.get(url + path);
  }

  WebElement combo(String label) {
    return until(By.xpath(FORM + "//label[@role='combobox'][.//span[text()='" + label + "']]"));
  }

  WebElement field(String label) {
    return until(
        By.xpath(
            FORM + "//label[.//span[text()='" + label + "']]//*[self::input or self::textarea]"));
  }

  WebElement location() {
    return until(By.cssSelector("[role=form] input[role=combobox][aria-autocomplete=list]"));
  }

  String value(String label) {
    return field(label).getDomProperty("value");
  }

  void expand(String label) {
    until(
        "popup of " + label,
        () -> {
          if ("true".equals(combo(label).getAttribute("aria-expanded"))) {
            return true;
          }
          combo(label).click();
          return "true".equals(combo(label).getAttribute("aria-expanded"));
        });
  }

  void choose(String label, String option) {
    until(
        label + " = " + option,
        () -> {
          // A driver reads no-break spaces as spaces.
          if (combo(label).getText().equals(label.replace('\u00a0', ' ') + "\n" + option)) {
            return true;
          }
          expand(label);
          until(By.xpath("//div[@role='option'][.//span[text()='" + option + "']]")).click();
          return false;
        });
  }

  void type(String label, String text) {
    until(
        label + " = " + text,
        () -> {
          WebElement field = field(label);
          field.click();
          field.sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE);
          field.sendKeys(text);
          String held = value(label);
          return held.equals(text) || held.replaceAll("\\D", "").equals(text);
        });
  }

  void place(String typed, String name) {
    until(
        "Location = " + name,
        () -> {
          location().click();
          location().sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE, typed);
          By row =
              By.xpath("//li[@role='option']//div[@tabindex='-1'][.//span[text()='" + name + "']]");
          clickAnew(row);
          return location().getDomProperty("value").equals(name);
        });
  }

  /**
   * Every answer of the server redraws the rows; then the row is searched again, without typing
   * again.
   */
  private void clickAnew(By row) {
    for (int i = 0; i < 5; i++) {
      try {
        until(row).click();
        return;
      } catch (StaleElementReferenceException redrawn) {
        // The next try finds the new element.
      }
    }
  }

  void tick(String name) {
    until(
        "tick",
        () -> {
          WebElement box = driver.findElement(By.name(name));
          if (!box.isSelected()) {
            box.click();
          }
          return driver.findElement(By.name(name)).isSelected();
        });
  }

  void addPhotos(List<Path> files) {
    until(
        "the file input",
        () -> !driver.findElements(By.cssSelector("input[accept^='image/']")).isEmpty());
    driver
        .findElement(By.cssSelector("input[accept^='image/']"))
        .sendKeys(files.stream().map(Path::toString).collect(Collectors.joining("\n")));
    until(
        "stored pictures",
        () ->
            driver.findElements(By.cssSelector("[role=form] img[src*='/scontent/']")).size()
                == files.size());
  }

  void press(String label) {
    until(By.cssSelector("div[role=button][aria-label='" + label + "']:not([aria-disabled])"))
        .click();
  }

  /** Presses a button of the page's main part; others may have the same name. */
  void pressInMain(String label) {
    until(
            By.cssSelector(
                "[role=main] div[role=button][aria-label='" + label + "']:not([aria-disabled])"))
        .click();
  }

  void pressTwice(String label) {
    new Actions(driver)
        .doubleClick(until(By.cssSelector("div[role=button][aria-label='" + label + "']")))
        .perform();
  }

  /** Leaves the field as by the Tab key. */
  void tab(String label) {
    field(label).sendKeys(Keys.TAB);
  }

  void escape(String label) {
    field(label).sendKeys(Keys.ESCAPE);
  }

  /** Deletes all cookies. */
  void forget() {
    driver.manage().deleteAllCookies();
  }

  boolean holdsCookie(String name) {
    return driver.manage().getCookieNamed(name) != null;
  }

  String address() {
    return driver.getCurrentUrl();
  }

  int count(By by) {
    return driver.findElements(by).size();
  }

  void untilAddress(String part) {
    until("address " + part, () -> driver.getCurrentUrl().contains(part));
  }

  WebElement until(By by) {
    AtomicReference<WebElement> found = new AtomicReference<>();
    until(
        by.toString(),
        () -> {
          driver.findElements(by).stream()
              .filter(WebElement::isDisplayed)
              .findFirst()
              .ifPresent(found::set);
          return found.get() != null;
        });
    return found.get();
  }

  void toTheEnd() {
    ((JavascriptExecutor) driver).executeScript("scrollTo(0, document.body.scrollHeight)");
  }

  void script(WebElement element, String script) {
    ((JavascriptExecutor) driver).executeScript(script, element);
  }

  /** The errors of the pages' scripts since the last call. */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(entry -> entry.getMessage())
        .filter(message -> message.contains("/rsrc/") || message.contains("Uncaught"))
        .toList();
  }

  /** Saves a picture of the page with the build's output. */
  void picture(String name) throws java.io.IOException {
    Path folder = Files.createDirectories(Path.of("target", "screenshots"));
    Files.write(folder.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
  }

  @Override
  public void close() {
    driver.quit();
  }

  void until(String what, Supplier<Boolean> met) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    WebDriverException last = null;
    while (System.nanoTime() < end) {
      try {
        if (met.get()) {
          return;
        }
      } catch (WebDriverException e) {
        last = e;
      }
      Thread.onSpinWait();
    }
    throw new AssertionError("never came: " + what, last);
  }

  private static Path path(String variable, String otherwise) {
    String value = System.getenv(variable);
    return Path.of(value == null ? otherwise : value);
  }
}
