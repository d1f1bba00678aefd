package com.lotview.worker.fleet.site;

import com.lotview.worker.browser.proxy.Upstreams;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the browsers are started.
 *
 * @param headless whether they do without a window
 * @param language of the browser, such as {@code en-US}
 * @param chrome the browser's executable; null or empty: the usual places
 * @param driver the driver's executable; null or empty: the usual places
 * @param launcher the name of the way they are started
 * @param launcherJars a jar, or a folder of them, with more ways; null or empty for none
 * @param minFreeMemory memory that must be free before one more browser starts
 */
public record BrowserSettings(
    @DefaultValue("false") boolean headless,
    @DefaultValue("en-US") String language,
    @Nullable String chrome,
    @Nullable String driver,
    @DefaultValue("chrome") String launcher,
    @Nullable String launcherJars,
    @DefaultValue("400MB") DataSize minFreeMemory,
    @DefaultValue ProxySettings proxy) {

  /**
   * The way out; without any of it, directly.
   *
   * @param list of more proxies
   */
  public record ProxySettings(
      @Nullable String host,
      @Nullable Integer port,
      @Nullable String user,
      @Nullable String password,
      @Nullable String list) {

    /** The proxies that these name. */
    public Upstreams upstreams() {
      return Upstreams.of(host, port, user, password, list);
    }

    /** Never the password. */
    @Override
    public String toString() {
      return "ProxySettings[" + host + ":" + port + "]";
    }
  }
}
