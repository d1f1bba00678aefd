package com.lotview.worker.browser.proxy.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * The orders of a forwarder.
 *
 * @param denied refused hosts, with their sub-domains
 * @param upstream {@code host:port} of the upstream proxy; empty to connect directly
 * @param authorization its authorization header; empty for none
 * @param trial address of a page to try through it
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

  /** Without the authorization. */
  @Override
  public String toString() {
    return "Orders[" + upstream + "]";
  }
}
