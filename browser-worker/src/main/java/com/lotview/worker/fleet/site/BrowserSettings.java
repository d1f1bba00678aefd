package com.lotview.worker.fleet.site;

import com.lotview.worker.browser.proxy.Upstreams;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the browsers are started.
 *
 * @param headless whether they run without a window
 * @param language of the browser, such as {@code en-US}
 * @param chrome the browser's executable; null or empty means the usual places
 * @param driver the driver's executable; null or empty means the usual places
 * @param launcher name of the launcher
 * @param launcherJars a jar, or a folder of jars, with more launchers; null or empty for none
 * @param minFreeMemory memory that must be free for one more browser
 * @param selfTest whether a browser is opened and closed before the first job is taken
 */
public record BrowserSettings(
    @DefaultValue("false") boolean headless,
    @DefaultValue("en-US") String language,
    @Nullable String chrome,
    @Nullable String driver,
    @DefaultValue("chrome") String launcher,
    @Nullable String launcherJars,
    @DefaultValue("400MB") DataSize minFreeMemory,
    @DefaultValue("true") boolean selfTest,
    @DefaultValue ProxySettings proxy) {

  /**
   * The proxy of the browsers; without one they connect directly.
   *
   * @param list more proxies
   */
  public record ProxySettings(
      @Nullable String host,
      @Nullable Integer port,
      @Nullable String user,
      @Nullable String password,
      @Nullable String list) {

    /** The proxies of these settings. */
    public Upstreams upstreams() {
      return Upstreams.of(host, port, user, password, list);
    }

    /** Without the password. */
    @Override
    public String toString() {
      return "ProxySettings[" + host + ":" + port + "]";
    }
  }
}
