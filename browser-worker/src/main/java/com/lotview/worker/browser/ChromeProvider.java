package com.lotview.worker.browser;

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
