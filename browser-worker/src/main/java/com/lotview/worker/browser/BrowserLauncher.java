package com.lotview.worker.browser;

import com.lotview.worker.browser.chrome.ChromeLauncher;
import com.lotview.worker.browser.process.BrowserStartException;

/**
 * Starts browsers. The default is {@link ChromeLauncher}: the real Chromium as it is, nothing
 * faked; a dealer who has another package plugs it in as a {@link LauncherProvider}.
 */
@FunctionalInterface
public interface BrowserLauncher {

  /**
   * Starts a browser and waits until it can be driven (about 0.6 s). Blocks; fit for a virtual
   * thread.
   *
   * @throws BrowserStartException if it cannot be started; nothing of it is left running then
   */
  BrowserSession launch(LaunchRequest request);
}
