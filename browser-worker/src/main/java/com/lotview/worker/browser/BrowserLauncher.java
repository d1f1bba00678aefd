package com.lotview.worker.browser;

import com.lotview.worker.browser.chrome.ChromeLauncher;
import com.lotview.worker.browser.process.BrowserStartException;

/**
 * Starts browsers. The default is {@link ChromeLauncher}, which starts an unmodified Chromium;
 * others are added as a {@link LauncherProvider}.
 */
@FunctionalInterface
public interface BrowserLauncher {

  /**
   * Starts a browser and waits until it is ready (about 0.6 s). Blocks; suits virtual threads.
   *
   * @throws BrowserStartException if it cannot be started; no process is left then
   */
  BrowserSession launch(LaunchRequest request);
}
