package com.lotview.worker.browser.proxy.process;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets tunnels through, and shuts a site off whose connection broke while requests counted.
 * Thread-safe.
 */
final class Gate {

  /** Chromium gives a silent connection of HTTP/2 up after ten seconds, and sends anew. */
  private static final Duration SILENCE_TIMEOUT = Duration.ofSeconds(8);

  private final Set<Tunnel> open = ConcurrentHashMap.newKeySet();
  private volatile String counted = "";
  private volatile String shut = "";

  /** Obeys {@code once HOST} and {@code often}. */
  void obey(String order) {
    counted = order.startsWith("once ") ? order.substring("once ".length()).strip() : "";
  }

  boolean counts(String host) {
    return host.equals(counted);
  }

  /** Whether anything may still be sent to the host. */
  boolean passes(String host) {
    return !host.equals(shut);
  }

  /** Whether a new connection to the host may be opened. */
  boolean admits(String host) {
    open.stream().filter(one -> one.leads(host)).forEach(one -> givenUp(one, host));
    return passes(host);
  }

  /** To be told of a tunnel in whose place the browser may take another: a silent one counts. */
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

  /** To be told before the browser can learn of it. */
  void broken(String host) {
    shut = host;
  }
}
