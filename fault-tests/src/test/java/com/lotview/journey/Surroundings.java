package com.lotview.journey;

import java.util.List;
import java.util.Map;
import org.openqa.selenium.chrome.ChromeDriver;

/** What surrounds the page of a tab: its screen, its network, and how long its token counts. */
final class Surroundings {
  private final ChromeDriver driver;

  Surroundings(ChromeDriver driver) {
    this.driver = driver;
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
    return Boolean.TRUE.equals(
        driver.executeScript(
            "return matchMedia('(forced-colors: active)').matches"
                + " && matchMedia('(prefers-reduced-motion: reduce)').matches"));
  }

  /** Takes this tab's network away, or gives it back. */
  void network(boolean there) {
    driver.executeCdpCommand("Network.enable", Map.of());
    driver.executeCdpCommand(
        "Network.emulateNetworkConditions",
        Map.of("offline", !there, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
  }

  /** The server refuses the tab's access token once, as one that has expired. */
  void tokenEnds() {
    driver.executeScript(
        """
        const real = window.fetch;
        window.fetch = (...request) => {
          if (!new URL(request[0].url ?? request[0], location.href).pathname.startsWith("/v1/postings/")) {
            return real(...request);
          }
          window.fetch = real;
          return Promise.resolve(new Response(JSON.stringify({ code: "AUTH_TOKEN_EXPIRED" }),
              { status: 401, headers: { "Content-Type": "application/problem+json" } }));
        };
        """);
  }
}
