package com.lotview.auth.session.web;

import com.lotview.auth.session.SessionProperties;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;

/** The refresh token in a browser. */
public final class RefreshCookie {
  private static final HostCookie COOKIE = new HostCookie("lotview_refresh");

  private RefreshCookie() {}

  static @Nullable String read(ServerHttpRequest request) {
    return COOKIE.read(request);
  }

  public static void write(ServerWebExchange exchange, String token) {
    COOKIE.write(exchange, token, SessionProperties.REFRESH_LIFE);
  }

  static void clear(ServerWebExchange exchange) {
    COOKIE.write(exchange, "", Duration.ZERO);
  }
}
