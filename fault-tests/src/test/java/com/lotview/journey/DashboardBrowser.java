package com.lotview.journey;

import com.deque.html.axecore.selenium.AxeBuilder;
import com.lotview.worker.browser.chrome.ChromeInstallation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
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
    return openAt(url, url + "/app/");
  }

  /**
   * Opens a link of the dashboard, as a mail has it.
   *
   * @param url of the system
   */
  static DashboardBrowser openAt(String url, String link) {
    ChromeInstallation chrome = ChromeInstallation.find(System.getenv());
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chrome.binary().toFile());
    options.setCapability("goog:loggingPrefs", logs);
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--window-size=1366,900",
        "--no-first-run",
        "--disable-background-networking");
    DashboardBrowser browser =
        new DashboardBrowser(
            new ChromeDriver(
                new ChromeDriverService.Builder()
                    .usingDriverExecutable(chrome.driver().toFile())
                    .usingAnyFreePort()
                    .build(),
                options),
            url + "/app/");
    browser.driver.get(link);
    return browser;
  }

  void signIn(String email, String password) {
    givesPassword(email, password);
    awaitSignedIn();
  }

  /** Sends e-mail and password; a second factor may follow. */
  void givesPassword(String email, String password) {
    fill("email", email);
    fill("password", password);
    shown("button[type=submit]").click();
  }

  void awaitSignedIn() {
    shown("nav[aria-label=LotView]");
  }

  /** Opens a page as a link does. */
  void go(String path) {
    driver.get(address + path);
  }

  /** Presses the first button with that name. */
  void press(String name) {
    clickable(By.xpath("//button[normalize-space()='" + name + "']")).click();
  }

  /** Presses the button with that name in the open dialog. */
  void pressInDialog(String name) {
    inDialog(name).click();
  }

  /** The same twice, as fast as a person can. */
  void pressTwiceInDialog(String name) {
    new Actions(driver).doubleClick(inDialog(name)).perform();
  }

  private WebElement inDialog(String name) {
    return clickable(By.xpath("//*[@role='dialog']//button[normalize-space()='" + name + "']"));
  }

  /** Presses what a selector finds first. */
  void pressFirst(String selector) {
    clickable(By.cssSelector(selector)).click();
  }

  /** Follows the first link with that name. */
  void follow(String name) {
    clickable(By.xpath("//a[normalize-space()='" + name + "']")).click();
  }

  /** Types into the field of that name. */
  void fill(String name, String value) {
    shown("input[name=%s]".formatted(name)).sendKeys(value);
  }

  /** Types into the field of that name in the part of the page with that title. */
  void fill(String part, String name, String value) {
    String field = "//section[.//h2[normalize-space()='%s']]//input[@name='%s']";
    clickable(By.xpath(field.formatted(part, name))).sendKeys(value);
  }

  /** Sets a list or a date, as its own control does. */
  void set(String selector, String value) {
    driver.executeScript(
        """
        const field = arguments[0];
        Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value")
            .set.call(field, arguments[1]);
        field.dispatchEvent(new Event(field.matches("select") ? "change" : "input",
            { bubbles: true }));
        """,
        shown(selector),
        value);
  }

  /** Drops a text file on what a selector finds. */
  void drop(String selector, String file, String content) {
    driver.executeScript(
        """
        const files = new DataTransfer();
        files.items.add(new File([arguments[2]], arguments[1], { type: "text/csv" }));
        for (const kind of ["dragenter", "dragover", "drop"]) {
          arguments[0].dispatchEvent(new DragEvent(kind,
              { bubbles: true, cancelable: true, dataTransfer: files }));
        }
        """,
        shown(selector),
        file,
        content);
  }

  /** One more tab with a page; it is the one in use then. */
  String newTab(String path) {
    driver.switchTo().newWindow(WindowType.TAB);
    go(path);
    return driver.getWindowHandle();
  }

  String tab() {
    return driver.getWindowHandle();
  }

  void turnTo(String tab) {
    driver.switchTo().window(tab);
  }

  void back() {
    driver.navigate().back();
  }

  Keyboard keyboard() {
    return new Keyboard(driver);
  }

  Surroundings surroundings() {
    return new Surroundings(driver);
  }

  /** Takes a value of a list in the open dialog. */
  void chooseInDialog(String list, String value) {
    String option = "[role=dialog] select[name=%s] option[value='%s']";
    clickable(By.cssSelector(option.formatted(list, value))).click();
  }

  /** Waits until the page shows this, without loading it again. */
  void awaitText(String text) {
    awaitIn("main", text);
  }

  /** Waits until this is shown anywhere: on the page, in a window or at the edge. */
  void awaitSaid(String text) {
    awaitIn("body", text);
  }

  private void awaitIn(String tag, String text) {
    waiting()
        .withMessage(() -> "'%s' is not shown. The page says: %s".formatted(text, text()))
        .until(page -> page.findElement(By.tagName(tag)).getText().contains(text));
  }

  /** All that is shown. */
  String text() {
    return driver.findElement(By.tagName("body")).getText();
  }

  /** Whether something of the page is shown now. */
  boolean shows(By what) {
    return driver.findElements(what).stream().anyMatch(WebElement::isDisplayed);
  }

  /** The value of a field. */
  String value(String selector) {
    return String.valueOf(shown(selector).getDomProperty("value"));
  }

  /** Waits until at least one picture of the page's work is drawn. */
  void awaitPicture() {
    waiting()
        .until(page ->
            driver
                .executeScript(
                    "return [...document.querySelectorAll('main li img')].some(i =>"
                        + " i.naturalWidth > 0)")
                .equals(true));
  }

  /** Waits until the page has its heading and has sent no requests since the last check. */
  void awaitPage() {
    awaitQuiet("main h1");
  }

  /** The same for a page that may say only that it is not for this person. */
  void awaitQuiet() {
    awaitQuiet("main p, main h1");
  }

  private void awaitQuiet(String sign) {
    AtomicLong asked = new AtomicLong(-1);
    waiting()
        .until(page -> {
          Object now =
              driver.executeScript("return performance.getEntriesByType('resource').length");
          boolean quiet = now instanceof Long count && asked.getAndSet(count) == count;
          return quiet && !page.findElements(By.cssSelector(sign)).isEmpty();
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

  private WebElement clickable(By what) {
    return waiting().until(ExpectedConditions.elementToBeClickable(what));
  }

  /** Waits until what a selector finds is shown. */
  WebElement shown(String selector) {
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
