package com.lotview.worker.browser;

import com.lotview.worker.browser.process.BrowserStartException;
import com.lotview.worker.browser.process.ProcessGroup;
import java.util.Map;

/**
 * Provides a launcher as a plug-in: {@link java.util.ServiceLoader} finds it on the class path or
 * in {@code LOTVIEW_LAUNCHER_JARS}, and {@code LOTVIEW_LAUNCHER} selects it. Its browsers must
 * fulfil {@link BrowserSession}. Browser and driver must be one process group, whose number is in
 * {@link ProcessGroup#FILE} in the job's folder before any page opens, and their command lines must
 * name the folder. Otherwise a dead worker's browser could not be killed, and a vehicle could be
 * listed twice.
 */
public interface LauncherProvider {

  /** The name that selects it. */
  String name();

  /**
   * Creates the launcher, once at the worker's start.
   *
   * @throws BrowserStartException if this machine lacks a requirement
   */
  BrowserLauncher launcher(Map<String, String> environment);
}
