package com.lotview.worker.live;

import java.net.URI;
import java.time.Duration;

/**
 * Rules of live views.
 *
 * @param site the only site that may be opened
 * @param idleTimeout a view without input ends after this time
 * @param viewerTimeout a view without a viewer ends after this time
 * @param ownerWaitTimeout how long a job waits for its owner; zero means not at all
 */
public record LiveRules(
    URI site, Duration idleTimeout, Duration viewerTimeout, Duration ownerWaitTimeout) {

  /** Whether a page may be shown: its host must be the site's. */
  boolean allows(String address) {
    try {
      URI page = URI.create(address);
      String host = page.getHost();
      if (host == null || !("https".equals(page.getScheme()) || "http".equals(page.getScheme()))) {
        return "about:blank".equals(address);
      }
      return (host.equals(home()) || host.endsWith("." + home()))
          && page.getPort() == site.getPort();
    } catch (IllegalArgumentException odd) {
      return false;
    }
  }

  /** The site's domain without {@code www}; its other hosts end with it. */
  String home() {
    String host = String.valueOf(site.getHost());
    return host.startsWith("www.") ? host.substring("www.".length()) : host;
  }
}
