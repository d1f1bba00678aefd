package com.lotview.worker.browser.chrome;

import com.lotview.worker.browser.BrowserLauncher;
import com.lotview.worker.browser.LauncherProvider;
import java.util.Map;

/** The default: the machine's Chromium, unmodified. */
public final class ChromeProvider implements LauncherProvider {

  /** The name that selects it. */
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
