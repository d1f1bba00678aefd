package com.lotview.worker.browser.pool;

import com.lotview.worker.browser.LaunchRequest.Display;
import com.lotview.worker.browser.process.BrowserStartException;
import com.lotview.worker.browser.screen.VirtualScreen;
import java.util.Map;

/**
 * How the browsers of a worker are shown.
 *
 * @param ownScreen whether they need a screen of the worker's own
 */
public record Appearance(String language, Display display, boolean ownScreen) {

  /**
   * With a window, on the display that the environment names or else on a screen in memory; or
   * without one by choice.
   *
   * @throws BrowserStartException if there is no display, and nothing to make a screen with
   */
  public static Appearance of(String language, boolean headless, Map<String, String> environment) {
    if (headless) {
      return new Appearance(language, Display.HEADLESS, false);
    }
    boolean none = environment.getOrDefault("DISPLAY", "").isBlank();
    if (none) {
      VirtualScreen.require(environment);
    }
    return new Appearance(language, Display.WINDOW, none);
  }
}
