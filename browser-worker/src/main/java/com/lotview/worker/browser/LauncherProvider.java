package com.lotview.worker.browser;

import com.lotview.worker.browser.process.BrowserStartException;
import com.lotview.worker.browser.process.ProcessGroup;
import java.util.Map;

/**
 * A way of starting browsers that can be plugged in: found by {@link java.util.ServiceLoader} on
 * the class path or in {@code LOTVIEW_LAUNCHER_JARS}, chosen by {@code LOTVIEW_LAUNCHER}. What it
 * starts must keep the promises of {@link BrowserSession}, above all that the browser and its
 * driver are one process group whose number is written to {@link ProcessGroup#FILE} in the job's
 * folder before any page is opened, and that they name the folder in their command lines: without
 * that, a dead worker's browser could not be ended, and a vehicle could be listed twice.
 */
public interface LauncherProvider {

  /** By which it is chosen. */
  String name();

  /**
   * Called once, at the worker's start.
   *
   * @throws BrowserStartException if what it needs is not on this machine
   */
  BrowserLauncher launcher(Map<String, String> environment);
}
