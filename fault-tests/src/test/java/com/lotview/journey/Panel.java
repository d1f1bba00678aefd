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
        .find((one) => one.textContent.trim() === '%s' && !one.disabled);
      found?.click();
      return found !== undefined;
      """;

  /** Waits until the panel shows this. */
  void awaitText(String text) {
    Awaitility.await(text).atMost(TIMEOUT).until(this::text, shown -> shown.contains(text));
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
                true));
    if (said.has("exceptionDetails")) {
      throw new IllegalStateException(said.path("exceptionDetails").toString());
    }
    return said.path("result").path("value");
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
