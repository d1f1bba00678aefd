package com.lotview.auth.session.web;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;

/**
 * A cookie that scripts cannot read and that other sites' pages never send. Over HTTPS it has the
 * {@code __Host-} prefix, which browsers bind to this very host; over plain HTTP (a development
 * machine) browsers refuse that prefix.
 *
 * @param name without the prefix
 */
record HostCookie(String name) {
  @Nullable String read(ServerHttpRequest request) {
    HttpCookie cookie = request.getCookies().getFirst(name(https(request)));
    return cookie == null || cookie.getValue().isEmpty() ? null : cookie.getValue();
  }

  /**
   * @param life zero deletes the cookie
   */
  void write(ServerWebExchange exchange, String value, Duration life) {
    boolean https = https(exchange.getRequest());
    exchange
        .getResponse()
        .addCookie(
            ResponseCookie.from(name(https), value)
                .httpOnly(true)
                .secure(https)
                .sameSite("Strict")
                .path(https ? "/" : "/v1/auth")
                .maxAge(life)
                .build());
  }

  private String name(boolean https) {
    return https ? "__Host-" + name : name;
  }

  // The gateway sets this header; it accepts it from trusted proxies only.
  private static boolean https(ServerHttpRequest request) {
    return "https".equals(request.getHeaders().getFirst("X-Forwarded-Proto"))
        || "https".equals(request.getURI().getScheme());
  }
}
