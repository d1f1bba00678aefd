package com.lotview.gateway.route;

import com.lotview.gateway.edge.Origin;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/** Sends the request's origin to the service: one address, never a list. */
@Component
class OriginHeaders implements HttpHeadersFilter, Ordered {
  @Override
  public HttpHeaders filter(HttpHeaders input, ServerWebExchange exchange) {
    HttpHeaders headers = new HttpHeaders();
    headers.putAll(input);
    Origin origin = Origin.of(exchange);
    if (origin.address() != null) {
      headers.set("X-Forwarded-For", origin.address());
    }
    headers.set("X-Forwarded-Proto", origin.https() ? "https" : "http");
    return headers;
  }

  // Runs after the gateway's own filter, which removes such headers.
  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }
}
