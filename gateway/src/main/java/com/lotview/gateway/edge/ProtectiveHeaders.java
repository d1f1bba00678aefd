package com.lotview.gateway.edge;

import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Tells browsers to do nothing with an answer but hand it to the script that asked for it. The one
 * page there is may run its own script and style, talk to where it came from, and nothing else.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
final class ProtectiveHeaders implements WebFilter {
  private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";
  private static final String PAGE = "/live";
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:\\[\\]-]{1,255}");

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    exchange
        .getResponse()
        .beforeCommit(() ->
            Mono.fromRunnable(() ->
                protect(
                    exchange.getResponse().getHeaders(),
                    policy(exchange),
                    Origin.of(exchange).https())));
    return chain.filter(exchange);
  }

  private static String policy(ServerWebExchange exchange) {
    ServerHttpRequest request = exchange.getRequest();
    if (!request.getPath().pathWithinApplication().value().startsWith(PAGE)) {
      return NOTHING;
    }
    // Not every browser takes 'self' for sockets too.
    String host = String.valueOf(request.getHeaders().getFirst(HttpHeaders.HOST));
    String scheme = Origin.of(exchange).https() ? "wss" : "ws";
    String socket = HOST.matcher(host).matches() ? " %s://%s".formatted(scheme, host) : "";
    return "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'"
        + socket
        + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  }

  private static void protect(HttpHeaders headers, String policy, boolean https) {
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("X-Frame-Options", "DENY");
    headers.set("Content-Security-Policy", policy);
    headers.set("Referrer-Policy", "no-referrer");
    if (https) {
      headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }
  }
}
