package com.lotview.auth.session.web;

import com.lotview.auth.session.Sessions;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;

/**
 * The refresh token in a browser: a cookie that scripts cannot read and that other sites' pages
 * never send. Over HTTPS it has the {@code __Host-} prefix, which browsers bind to this very host;
 * over plain HTTP (a development machine) browsers would refuse that name, so it has another.
 */
final class RefreshCookie {
  private static final String SECURE = "__Host-lotview_refresh";
  private static final String PLAIN = "lotview_refresh";

  private RefreshCookie() {}

  static @Nullable String read(ServerHttpRequest request) {
    HttpCookie cookie = request.getCookies().getFirst(https(request) ? SECURE : PLAIN);
    return cookie == null || cookie.getValue().isEmpty() ? null : cookie.getValue();
  }

  static void write(ServerWebExchange exchange, String token) {
    add(exchange, token, Sessions.REFRESH_LIFE);
  }

  static void clear(ServerWebExchange exchange) {
    add(exchange, "", Duration.ZERO);
  }

  private static void add(ServerWebExchange exchange, String value, Duration life) {
    boolean https = https(exchange.getRequest());
    exchange
        .getResponse()
        .addCookie(
            ResponseCookie.from(https ? SECURE : PLAIN, value)
                .httpOnly(true)
                .secure(https)
                .sameSite("Strict")
                .path(https ? "/" : "/v1/auth")
                .maxAge(life)
                .build());
  }

  // The gateway takes this header from nobody but the proxies it was told of, and sets it itself.
  private static boolean https(ServerHttpRequest request) {
    return "https".equals(request.getHeaders().getFirst("X-Forwarded-Proto"))
        || "https".equals(request.getURI().getScheme());
  }
}
