package com.lotview.gateway.edge;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/**
 * Where a request came from, as far as it is believed.
 *
 * @param address the client's address; null if the connection is already gone
 * @param https whether the client used HTTPS
 */
public record Origin(@Nullable String address, boolean https) {
  private static final String ATTRIBUTE = Origin.class.getName();

  /** The request's origin, which {@link OriginFilter} has put there. */
  public static Origin of(ServerWebExchange exchange) {
    return Objects.requireNonNull(exchange.getAttribute(ATTRIBUTE), ATTRIBUTE);
  }

  void keep(ServerWebExchange exchange) {
    exchange.getAttributes().put(ATTRIBUTE, this);
  }
}
