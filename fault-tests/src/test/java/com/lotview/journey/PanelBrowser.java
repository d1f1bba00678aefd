package com.lotview.journey;

import com.deque.html.axecore.selenium.AxeBuilder;
import com.lotview.worker.browser.chrome.ChromeInstallation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A person's browser with the extension, whose panel is shown in a tab. */
final class PanelBrowser implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration TIMEOUT = Duration.ofMinutes(2);
  private static final String PANEL =
      "chrome-extension://jabhaglibpfpncckogpdbgadkcjjepkk/panel.html";

  private final ChromeDriver driver;

  private PanelBrowser(ChromeDriver driver) {
    this.driver = driver;
  }

  /**
   * Opens one with the extension of that folder, as somebody who has given every permission for
   * which it asks: a driver cannot press "Allow".
   */
  static PanelBrowser open(Path extension) throws IOException {
    grantAll(extension);
    return with(extension);
  }

  /** Opens one with the extension of that folder as it is. */
  static PanelBrowser with(Path extension) {
    ChromeInstallation chrome = ChromeInstallation.find(System.getenv());
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chrome.binary().toFile());
    options.addArguments(
        List.of(
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--load-extension=" + extension,
            "--disable-extensions-except=" + extension));
    return new PanelBrowser(
        new ChromeDriver(
            new ChromeDriverService.Builder()
                .usingDriverExecutable(chrome.driver().toFile())
                .usingAnyFreePort()
                .build(),
            options));
  }

  /** Changes an extension so that it has what it would ask for. */
  static void grantAll(Path extension) throws IOException {
    Path file = extension.resolve("manifest.json");
    ObjectNode manifest = (ObjectNode) JSON.readTree(file);
    grant(manifest, "permissions");
    grant(manifest, "host_permissions");
    manifest.remove(List.of("optional_permissions", "optional_host_permissions"));
    Files.write(file, JSON.writeValueAsBytes(manifest));
  }

  private static void grant(ObjectNode manifest, String rights) {
    ArrayNode given = (ArrayNode) manifest.get(rights);
    manifest.get("optional_" + rights).forEach(given::add);
  }

  /** Signs in at the site, as a person who did so earlier. */
  void hasCookies(String site, List<Map<String, Object>> cookies) {
    for (Map<String, Object> one : cookies) {
      driver.executeCdpCommand(
          "Network.setCookie",
          Map.of(
              "name", one.get("name"),
              "value", one.get("value"),
              "url", site + "/",
              "httpOnly", one.get("httpOnly"),
              "expires", one.get("expirationDate")));
    }
  }

  /** Signs in to the dashboard, whose cookie the extension uses. */
  void signIn(String server, String email, String password) {
    driver.get(server + "/app/");
    shown("input[name=email]").sendKeys(email);
    shown("input[name=password]").sendKeys(password);
    shown("button[type=submit]").click();
    shown("nav[aria-label=LotView]");
  }

  /** Opens the panel, as if the button had been pressed on a page that cannot be read. */
  void openPanel(String marketplace) {
    driver.get(PANEL);
    String script =
        """
        (async () => {
          await chrome.storage.local.set({marketplace: %s});
          const {id: windowId} = await chrome.windows.getCurrent();
          const press = {tabId: -1, windowId, at: Date.now()};
          await chrome.storage.session.set({["press-" + windowId]: press});
        })()
        """;
    driver.executeCdpCommand(
        "Runtime.evaluate",
        Map.of(
            "expression",
            script.formatted(JSON.writeValueAsString(marketplace)),
            "awaitPromise",
            true));
    driver.navigate().refresh();
  }

  /**
   * Shows the panel as a press of the button on a page would.
   *
   * @param view what the page is about, as {@code page.ts} keeps it
   * @param kept further values of the extension's session, such as orders
   */
  void show(Map<String, ?> view, Map<String, ?> kept) {
    driver.get(PANEL);
    run(
        """
        const { id: windowId } = await chrome.windows.getCurrent();
        const at = Date.now();
        const all = await chrome.storage.session.get(null);
        const old = Object.keys(all).filter((key) => !['token'].includes(key));
        await chrome.storage.session.remove(old);
        await chrome.storage.session.set({
          ...%s,
          ['press-' + windowId]: { tabId: -1, windowId, at },
          ['view-' + windowId]: { tabId: -1, moved: false, ...%s, at },
        });
        """
            .formatted(JSON.writeValueAsString(kept), JSON.writeValueAsString(view)));
    driver.navigate().refresh();
  }

  /** Opens the panel without a press. */
  void showPanel() {
    driver.get(PANEL);
  }

  /** Keeps values where the extension keeps its settings. */
  void keeps(Map<String, ?> settings) {
    run("await chrome.storage.local.set(" + JSON.writeValueAsString(settings) + ");");
  }

  private void run(String script) {
    driver.executeCdpCommand(
        "Runtime.evaluate",
        Map.of("expression", "(async () => {" + script + "})()", "awaitPromise", true));
  }

  /** Types into the field of that name. */
  void type(String name, String text) {
    shown("[name='" + name + "']").sendKeys(text);
  }

  /** Opens every part that is folded. */
  void unfoldAll() {
    driver
        .findElements(By.cssSelector("details:not([open]) > summary"))
        .forEach(org.openqa.selenium.WebElement::click);
  }

  void tick(String selector) {
    waiting().until(ExpectedConditions.elementToBeClickable(By.cssSelector(selector))).click();
  }

  /** The address of the link with that name. */
  String link(String name) {
    return waiting()
        .until(
            ExpectedConditions.visibilityOfElementLocated(
                By.xpath("//a[normalize-space()='" + name + "']")))
        .getDomProperty("href");
  }

  /**
   * Rules of WCAG that the panel breaks in light or in dark, and what the keyboard does not reach.
   */
  List<String> flaws() {
    List<String> flaws = new ArrayList<>();
    for (String scheme : List.of("light", "dark")) {
      driver.executeCdpCommand(
          "Emulation.setEmulatedMedia",
          Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
      new AxeBuilder()
          .analyze(driver)
          .getViolations()
          .forEach(rule ->
              flaws.add(scheme + " " + rule.getId() + ": " + rule.getNodes().getFirst().getHtml()));
    }
    flaws.addAll(new Keyboard(driver).leftOut());
    return flaws;
  }

  void press(String name) {
    waiting()
        .withMessage(() -> name + " is not to be pressed: " + text())
        .until(
            ExpectedConditions.elementToBeClickable(
                By.xpath("//button[normalize-space()='" + name + "']")))
        .click();
  }

  void awaitText(String wanted) {
    waiting().withMessage(this::text).until(page -> text().contains(wanted));
  }

  /**
   * All that the panel shows and keeps, as one text, also what the extension keeps in its session
   * and what was written into the console.
   */
  String everything() {
    driver.manage().timeouts().scriptTimeout(TIMEOUT);
    Object page =
        driver.executeAsyncScript(
            "const tell = arguments[0]; (async () => {"
                + ExtensionBrowser.EVERYTHING
                + "})().then(tell, tell);");
    Object session =
        driver.executeAsyncScript(
            "chrome.storage.session.get(null).then((all) =>"
                + " arguments[0](JSON.stringify(all)));");
    return page + " " + session + driver.manage().logs().get(LogType.BROWSER).getAll();
  }

  String text() {
    return driver.findElement(By.tagName("body")).getText();
  }

  private org.openqa.selenium.WebElement shown(String selector) {
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
