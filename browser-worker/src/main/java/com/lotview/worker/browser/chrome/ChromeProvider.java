package com.lotview.worker.browser.chrome;

import com.lotview.worker.browser.BrowserLauncher;
import com.lotview.worker.browser.LauncherProvider;
import java.util.Map;

/** The default: the machine's own Chromium as it is. */
public final class ChromeProvider implements LauncherProvider {

  /** By which it is chosen. */
  public static final String NAME = "chrome";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public BrowserLauncher launcher(Map<String, String> environment) {
    ChromeInstallation.find(environment);
    return new ChromeLauncher(environment);
  }
}
