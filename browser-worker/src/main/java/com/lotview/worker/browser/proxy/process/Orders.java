package com.lotview.worker.browser.proxy.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * What a forwarder is to do.
 *
 * @param denied hosts that are refused, with all below them
 * @param upstream {@code host:port} of the proxy outside; empty to go directly
 * @param authorization what to show it; empty for nothing
 * @param trial address of a page that must be reachable through it
 */
record Orders(List<String> denied, String upstream, String authorization, String trial) {

  static Orders read(BufferedReader in) throws IOException {
    return new Orders(List.of(line(in).split(" ")), line(in), line(in), line(in));
  }

  private static String line(BufferedReader in) throws IOException {
    String line = in.readLine();
    return line == null ? "" : line.strip();
  }

  boolean denies(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    return denied.stream()
        .anyMatch(one -> !one.isEmpty() && (name.equals(one) || name.endsWith("." + one)));
  }

  /** Never the authorization. */
  @Override
  public String toString() {
    return "Orders[" + upstream + "]";
  }
}
