package com.lotview.kit.outside;

import java.net.URI;
import java.util.Map;

/**
 * What is sent to an address to read from it.
 *
 * @param address http or https
 * @param headers sent to this address and to those of its redirects: nothing secret
 * @param secrets headers that only the server of this address gets: same scheme, host and port
 */
public record OutsideRequest(
    URI address, Map<String, String> headers, Map<String, String> secrets) {
  public OutsideRequest {
    headers = Map.copyOf(headers);
    secrets = Map.copyOf(secrets);
  }

  /** The same for the address of a redirect. */
  OutsideRequest at(URI next) {
    return new OutsideRequest(next, headers, sameServer(next) ? secrets : Map.of());
  }

  private boolean sameServer(URI other) {
    return address.getScheme().equalsIgnoreCase(other.getScheme())
        && address.getHost().equalsIgnoreCase(other.getHost())
        && port(address) == port(other);
  }

  private static int port(URI uri) {
    if (uri.getPort() >= 0) {
      return uri.getPort();
    }
    return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
  }

  @Override
  public String toString() {
    return "OutsideRequest[" + address + "]";
  }
}
