package com.lotview.worker.browser;

import com.lotview.worker.browser.chrome.ChromeLauncher;
import com.lotview.worker.browser.process.BrowserStartException;
import java.nio.file.Path;

/**
 * Starts browsers. The default is {@link ChromeLauncher}, which starts an unmodified Chromium;
 * others are added as a {@link LauncherProvider}.
 */
@FunctionalInterface
public interface BrowserLauncher {

  /**
   * Why browsers do not start on this machine, in sentences that name the cure; empty if it is not
   * known. Asked after a failed start only; may take seconds.
   *
   * @param folder for temporary files; the caller deletes it
   */
  default String diagnose(Path folder) {
    return "";
  }

  /**
   * Starts a browser and waits until it is ready (about 0.6 s). Blocks; suits virtual threads.
   *
   * @throws BrowserStartException if it cannot be started; no process is left then
   */
  BrowserSession launch(LaunchRequest request);
}
