package com.lotview.gateway.edge;

import io.netty.util.NetUtil;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/**
 * The origin of a request, from trusted headers only.
 *
 * @param address the client's address; null if the connection is already gone
 * @param https whether the client used HTTPS
 */
public record Origin(@Nullable String address, boolean https) {
  private static final int NETWORK_BYTES = 8;
  private static final String ATTRIBUTE = Origin.class.getName();

  /** The request's origin, set by {@link OriginFilter}. */
  public static Origin of(ServerWebExchange exchange) {
    return Objects.requireNonNull(exchange.getAttribute(ATTRIBUTE), ATTRIBUTE);
  }

  /**
   * The network that limits count: an IPv4 address, or the first 64 bits of an IPv6 one, which are
   * one customer's.
   */
  public String network() {
    InetAddress parsed =
        address == null ? null : NetUtil.createInetAddressFromIpAddressString(address);
    if (!(parsed instanceof Inet6Address)) {
      return String.valueOf(address);
    }
    byte[] bytes = parsed.getAddress();
    return HexFormat.of().formatHex(bytes, 0, NETWORK_BYTES);
  }

  void keep(ServerWebExchange exchange) {
    exchange.getAttributes().put(ATTRIBUTE, this);
  }
}
