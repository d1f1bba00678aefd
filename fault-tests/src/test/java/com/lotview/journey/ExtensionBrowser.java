package com.lotview.journey;

import com.lotview.worker.browser.chrome.ChromeInstallation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.awaitility.Awaitility;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;
import tools.jackson.databind.JsonNode;

/** A person's browser with the extension, loaded unpacked; its toolbar is pressed by DevTools. */
final class ExtensionBrowser implements AutoCloseable {
  static final String ID = "jabhaglibpfpncckogpdbgadkcjjepkk";
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final ChromeDriver driver;
  private final BrowserDevTools browser;

  private ExtensionBrowser(ChromeDriver driver, BrowserDevTools browser) {
    this.driver = driver;
    this.browser = browser;
  }

  /** Opens a fresh browser and loads the extension of a folder. */
  static ExtensionBrowser with(Path extension) {
    ChromeInstallation chrome = ChromeInstallation.find(System.getenv());
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setCapability("goog:loggingPrefs", logs);
    options.setBinary(chrome.binary().toFile());
    options.addArguments(
        List.of(
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--window-size=1366,900",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--lang=en-US",
            "--enable-unsafe-extension-debugging"));
    ChromeDriver driver =
        new ChromeDriver(
            new ChromeDriverService.Builder()
                .usingDriverExecutable(chrome.driver().toFile())
                .usingAnyFreePort()
                .build(),
            options);
    BrowserDevTools browser = new BrowserDevTools(addressOf(driver));
    browser.run("Extensions.loadUnpacked", Map.of("path", extension.toString()));
    return new ExtensionBrowser(driver, browser);
  }

  private static String addressOf(ChromeDriver driver) {
    return driver.getCapabilities().getCapability("goog:chromeOptions") instanceof Map<?, ?> options
        ? String.valueOf(options.get("debuggerAddress"))
        : "";
  }

  /**
   * Signs in at a site by cookies, as a person who did so earlier.
   *
   * @param cookies as the sandbox names them
   */
  void hasCookies(String site, JsonNode cookies) {
    for (JsonNode one : cookies) {
      driver.executeCdpCommand(
          "Network.setCookie",
          Map.of(
              "name", one.path("name").asString(),
              "value", one.path("value").asString(),
              "url", site + "/",
              "httpOnly", one.path("httpOnly").asBoolean(),
              "expires", one.path("expires").asDouble()));
    }
  }

  /** Runs a script in every page before the page's own. */
  void beforePages(String script) {
    driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
  }

  /** Turns to the tab that was opened last, as soon as it shows that path. */
  void turnToNewTab(String path) {
    Awaitility.await("a tab with " + path)
        .atMost(TIMEOUT)
        .until(() ->
            driver.getWindowHandles().stream()
                .anyMatch(tab -> driver.switchTo().window(tab).getCurrentUrl().contains(path)));
  }

  /** Goes back one page in the tab in view. */
  void back() {
    driver.navigate().back();
  }

  /** Presses the page's own button of that name once, as soon as it can be pressed. */
  void pressInPage(String name) {
    By button =
        By.xpath(
            "//*[@role='main']//*[@role='button'][not(@aria-disabled='true')]"
                + "[normalize-space()='%1$s' or @aria-label='%1$s']".formatted(name));
    waiting().until(ExpectedConditions.elementToBeClickable(button)).click();
  }

  /** Waits until the tab in view shows an address with that part, or without it. */
  void awaitAddress(String part, boolean there) {
    waiting().until(page -> page.getCurrentUrl().contains(part) == there);
  }

  /** Opens an address in the tab in view. */
  void go(String address) {
    driver.get(address);
  }

  /** Opens an address in a window of its own. */
  void window(String address) {
    driver.switchTo().newWindow(WindowType.WINDOW);
    driver.get(address);
  }

  void signIn(String email, String password) {
    type("input[name=email]", email);
    type("input[name=password]", password);
    driver.findElement(By.cssSelector("button[type=submit]")).click();
    shown("nav[aria-label=LotView]");
  }

  private void type(String selector, String text) {
    shown(selector);
    driver.findElement(By.cssSelector(selector)).sendKeys(text);
  }

  /** Presses the toolbar's button on the page in view, and returns the panel that it opens. */
  Panel press() {
    return opened(this::pressToolbar);
  }

  /**
   * Presses the button that the extension has put into the page in view, at this place of several.
   */
  Panel pressSiteButton(int place) {
    return opened(() -> {
      WebElement span = siteButtons().get(place);
      int left = 15 - span.getSize().getWidth() / 2;
      new Actions(driver).moveToElement(span, left, 0).click().perform();
    });
  }

  /** The buttons that the extension has put into the page in view. */
  List<WebElement> siteButtons() {
    return driver.findElements(By.cssSelector("[data-lotview-button]"));
  }

  private Panel opened(Runnable press) {
    List<String> before = panels();
    press.run();
    return Awaitility.await("the panel opens")
        .atMost(TIMEOUT)
        .until(
            () -> panels().stream().filter(one -> !before.contains(one)).toList(),
            opened -> !opened.isEmpty())
        .stream()
        .findFirst()
        .map(target -> new Panel(browser, target))
        .orElseThrow();
  }

  /** Presses the button on the page in view, whose panel is open already. */
  void pressAgain() {
    pressToolbar();
  }

  private void pressToolbar() {
    browser.run("Extensions.triggerAction", Map.of("id", ID, "targetId", tabInView()));
  }

  private String tabInView() {
    String address = driver.getCurrentUrl();
    return browser
        .run("Target.getTargets", Map.of("filter", List.of(Map.of("type", "tab"))))
        .path("targetInfos")
        .valueStream()
        .filter(target -> target.path("url").asString("").equals(address))
        .map(target -> target.path("targetId").asString())
        .findFirst()
        .orElseThrow();
  }

  private List<String> panels() {
    return browser
        .run("Target.getTargets", Map.of())
        .path("targetInfos")
        .valueStream()
        .filter(target ->
            target.path("url").asString("").startsWith("chrome-extension://" + ID + "/panel"))
        .map(target -> target.path("targetId").asString())
        .toList();
  }

  /** All that a page has and keeps, as one text; of the extension's own pages also its settings. */
  static final String EVERYTHING =
      """
      const databases = await indexedDB.databases();
      return JSON.stringify({
        dom: document.documentElement.outerHTML,
        fields: [...document.querySelectorAll('input, textarea')].map((one) => one.value),
        local: { ...localStorage },
        session: { ...sessionStorage },
        databases,
        caches: await caches.keys().catch(() => []),
        settings: globalThis.chrome?.storage === undefined ? {} : await chrome.storage.local.get(null),
        synced: globalThis.chrome?.storage === undefined ? {} : await chrome.storage.sync.get(null),
        cookies: location.protocol.startsWith('http') ? document.cookie : '',
        addresses: performance.getEntriesByType('resource').map((one) => one.name),
        address: location.href,
      });
      """;

  /** All that the page in view has and keeps, as one text. */
  String everything() {
    return String.valueOf(ask(EVERYTHING));
  }

  /** All that was written into consoles of panels, the extension's worker and the page in view. */
  String consoles() {
    return browser.consoles() + driver.manage().logs().get(LogType.BROWSER).getAll().toString();
  }

  /** The value that a script in the page calls back with. */
  Object ask(String script) {
    driver.manage().timeouts().scriptTimeout(TIMEOUT);
    return driver.executeAsyncScript(
        "const tell = arguments[0]; (async () => {"
            + script
            + "})().then(tell, (error) => tell('failed: ' + error));");
  }

  /** Ends the extension's worker, as the browser does at any moment. */
  void stopWorker() {
    browser
        .run("Target.getTargets", Map.of())
        .path("targetInfos")
        .valueStream()
        .filter(target -> target.path("type").asString("").equals("service_worker"))
        .filter(target -> target.path("url").asString("").contains(ID))
        .forEach(worker ->
            browser.run(
                "Target.closeTarget", Map.of("targetId", worker.path("targetId").asString())));
  }

  private void shown(String selector) {
    waiting().until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(selector)));
  }

  private WebDriverWait waiting() {
    return new WebDriverWait(driver, TIMEOUT);
  }

  @Override
  public void close() {
    browser.close();
    driver.quit();
  }
}
