package com.lotview.gateway.edge;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Sets security headers. No response may be run, framed or sniffed; the gateway's own pages may use
 * their own script and style and connect to their own host.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
final class SecurityHeadersFilter implements WebFilter {
  private static final String NOTHING =
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  private static final String DOCS = "/v1/docs";
  private static final List<String> PAGES = List.of("/live", "/account", DOCS);
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:\\[\\]-]{1,255}");

  private final String photos;

  /**
   * @param photoOrigins where photos and pictures are
   */
  SecurityHeadersFilter(List<String> photoOrigins) {
    this.photos = photoOrigins.stream().map(origin -> " " + origin).collect(Collectors.joining());
  }

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

  private String policy(ServerWebExchange exchange) {
    ServerHttpRequest request = exchange.getRequest();
    String path = request.getPath().pathWithinApplication().value();
    String nonce = StyleNonce.of(exchange);
    if (nonce != null) {
      return ofDashboard(exchange, nonce);
    }
    if (PAGES.stream().noneMatch(path::startsWith)) {
      return NOTHING;
    }
    // The library of the API page has its icons in the style sheet.
    String images = path.startsWith(DOCS) ? "; img-src 'self' data:" : "";
    return "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'"
        + socket(exchange)
        + images
        + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  }

  private String ofDashboard(ServerWebExchange exchange, String nonce) {
    return "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-"
        + nonce
        + "'; img-src 'self' data: blob:"
        + photos
        + "; font-src 'self'; connect-src 'self'"
        + socket(exchange)
        + "; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
  }

  // Some browsers do not apply 'self' to WebSockets.
  private static String socket(ServerWebExchange exchange) {
    String host = String.valueOf(exchange.getRequest().getHeaders().getFirst(HttpHeaders.HOST));
    String scheme = Origin.of(exchange).https() ? "wss" : "ws";
    return HOST.matcher(host).matches() ? " %s://%s".formatted(scheme, host) : "";
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
