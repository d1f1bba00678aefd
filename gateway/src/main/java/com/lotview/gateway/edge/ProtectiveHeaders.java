package com.lotview.gateway.edge;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Tells browsers to do nothing with an answer but hand it to the script that asked for it. */
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
final class ProtectiveHeaders implements WebFilter {
  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    exchange
        .getResponse()
        .beforeCommit(() ->
            Mono.fromRunnable(
                () -> protect(exchange.getResponse().getHeaders(), Origin.of(exchange).https())));
    return chain.filter(exchange);
  }

  private static void protect(HttpHeaders headers, boolean https) {
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("X-Frame-Options", "DENY");
    headers.set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    headers.set("Referrer-Policy", "no-referrer");
    if (https) {
      headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }
  }
}
