package com.lotview.worker.browser.proxy.process;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets tunnels through, and blocks a site whose connection broke in a once-only period.
 * Thread-safe.
 */
final class Gate {

  /** Chromium drops a silent HTTP/2 connection after ten seconds and repeats its requests. */
  private static final Duration SILENCE_TIMEOUT = Duration.ofSeconds(8);

  private final Set<Tunnel> open = ConcurrentHashMap.newKeySet();
  private volatile String counted = "";
  private volatile String shut = "";

  /** Handles {@code once HOST} and {@code often}. */
  void obey(String order) {
    counted = order.startsWith("once ") ? order.substring("once ".length()).strip() : "";
  }

  boolean counts(String host) {
    return host.equals(counted);
  }

  /** Whether requests may still be sent to the host. */
  boolean passes(String host) {
    return !host.equals(shut);
  }

  /** Whether a new connection to the host may be opened. */
  boolean admits(String host) {
    open.stream().filter(one -> one.leads(host)).forEach(one -> givenUp(one, host));
    return passes(host);
  }

  /** Reports a tunnel that the browser may replace; a silent one counts. */
  void givenUp(Tunnel tunnel, String host) {
    if (counts(host) && tunnel.silentFor(SILENCE_TIMEOUT)) {
      broken(host);
    }
  }

  void opened(Tunnel tunnel) {
    open.add(tunnel);
  }

  void ended(Tunnel tunnel) {
    open.remove(tunnel);
  }

  /** Reports a broken tunnel, before the browser can notice it. */
  void broken(String host) {
    shut = host;
  }
}
