package com.lotview.auth.session.web;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;

/**
 * The device's secret in a browser. It stays after logout: it opens no session, but keeps the login
 * usable while strangers fail with the same e-mail.
 */
public final class DeviceCookie {
  private static final HostCookie COOKIE = new HostCookie("lotview_device");
  private static final Duration LIFE = Duration.ofDays(365);

  private DeviceCookie() {}

  /** The secret that the browser sent; null if it has none. */
  public static @Nullable String read(ServerHttpRequest request) {
    return COOKIE.read(request);
  }

  static void write(ServerWebExchange exchange, String device) {
    COOKIE.write(exchange, device, LIFE);
  }
}
