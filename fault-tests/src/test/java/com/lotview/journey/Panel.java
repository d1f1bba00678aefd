package com.lotview.journey;

import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** The side panel of a window. The driver does not know it; DevTools do. */
final class Panel {
  private static final Duration TIMEOUT = Duration.ofSeconds(90);

  private final BrowserDevTools browser;
  private final String target;
  private final String session;

  Panel(BrowserDevTools browser, String target) {
    this.browser = browser;
    this.target = target;
    this.session = browser.attach(target);
    browser.listen(session);
  }

  /** Presses the button with that name as soon as it is there. */
  void click(String name) {
    Awaitility.await("the button " + name)
        .atMost(TIMEOUT)
        .until(() -> ask(PRESS.formatted(name)).asBoolean(false));
  }

  private static final String PRESS =
      """
      const found = [...document.querySelectorAll('button')]
        .find((one) => one.textContent.trim() === "%s" && !one.disabled);
      found?.click();
      return found !== undefined;
      """;

  /** Opens what is folded under that heading. */
  void unfold(String heading) {
    Awaitility.await("the heading " + heading)
        .atMost(TIMEOUT)
        .until(() -> ask(UNFOLD.formatted(heading)).asBoolean(false));
  }

  private static final String UNFOLD =
      """
      const found = [...document.querySelectorAll('summary')]
        .find((one) => one.textContent.trim() === "%s");
      if (found !== undefined && !found.parentElement.open) found.click();
      return found !== undefined;
      """;

  /** Ticks the box whose label begins so. */
  void tick(String label) {
    Awaitility.await("the box " + label)
        .atMost(TIMEOUT)
        .until(() -> ask(TICK.formatted(label)).asBoolean(false));
  }

  private static final String TICK =
      """
      const found = [...document.querySelectorAll('label')]
        .find((one) => one.textContent.trim().startsWith("%s"))?.querySelector('input[type=checkbox]');
      if (found && !found.checked) found.click();
      return Boolean(found);
      """;

  /** Types into the field of that name. */
  void type(String name, String text) {
    Awaitility.await("the field " + name)
        .atMost(TIMEOUT)
        .until(() -> ask(TYPE.formatted(name, text)).asBoolean(false));
  }

  private static final String TYPE =
      """
      const found = document.querySelector('input[name=%s]');
      if (found === null) return false;
      found.value = '%s';
      found.dispatchEvent(new Event('input', { bubbles: true }));
      return true;
      """;

  /** Loads it again, as if it had been closed and opened. */
  void reload() {
    ask("globalThis.old = true");
    browser.run(session, "Page.reload", Map.of());
    Awaitility.await("the panel is loaded again")
        .atMost(TIMEOUT)
        .ignoreExceptions()
        .until(() -> ask("return globalThis.old === undefined").asBoolean());
  }

  /** Waits until the panel shows this no more. */
  void awaitGone(String text) {
    Awaitility.await("no " + text)
        .atMost(TIMEOUT)
        .until(this::text, shown -> !shown.contains(text));
  }

  /** Waits until the panel shows this. */
  void awaitText(String text) {
    Awaitility.await(text)
        .atMost(TIMEOUT)
        .until(this::text, shown -> shown.replace('\u00a0', ' ').contains(text));
  }

  String text() {
    return ask("return document.body.innerText").asString("");
  }

  /** The value of an asynchronous function with that body. */
  JsonNode ask(String body) {
    JsonNode said =
        browser.run(
            session,
            "Runtime.evaluate",
            Map.of(
                "expression",
                "(async () => {" + body + "})()",
                "awaitPromise",
                true,
                "returnByValue",
                true,
                "userGesture",
                true));
    if (said.has("exceptionDetails")) {
      throw new IllegalStateException(said.path("exceptionDetails").toString());
    }
    return said.path("result").path("value");
  }

  /** Takes the tick away from the box whose label begins so. */
  void untick(String label) {
    ask(
        """
        [...document.querySelectorAll('label')]
          .find((one) => one.textContent.trim().startsWith("%s")).querySelector('input').click();
        """
            .formatted(label));
  }

  /** All that the panel shows and keeps where others might read it, as one text. */
  String everything() {
    return ask(ExtensionBrowser.EVERYTHING).asString();
  }

  /** Cuts the panel off the network, or gives it back. */
  void offline(boolean offline) {
    browser.run(session, "Network.enable", Map.of());
    browser.run(
        session,
        "Network.emulateNetworkConditions",
        Map.of("offline", offline, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
  }

  void close() {
    browser.run("Target.closeTarget", Map.of("targetId", target));
  }
}
