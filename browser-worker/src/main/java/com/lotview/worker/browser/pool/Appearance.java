package com.lotview.worker.browser.pool;

import com.lotview.worker.browser.LaunchRequest.Display;
import com.lotview.worker.browser.process.BrowserStartException;
import com.lotview.worker.browser.screen.VirtualScreen;
import java.util.Map;

/**
 * The display of a worker's browsers.
 *
 * @param ownScreen whether they need the worker's own screen
 */
public record Appearance(String language, Display display, boolean ownScreen) {

  /**
   * With a window on the environment's display, or on a screen in memory; or headless.
   *
   * @throws BrowserStartException if there is no display and no Xvfb
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
