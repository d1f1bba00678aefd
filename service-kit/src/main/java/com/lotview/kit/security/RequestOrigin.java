package com.lotview.kit.security;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * Where a request came from, for limits and the audit trail. A controller takes it as a parameter.
 *
 * @param address the client's address; null for work that no request started
 * @param userAgent what the client calls itself, at most {@value #LONGEST_AGENT} characters
 */
public record RequestOrigin(@Nullable String address, @Nullable String userAgent) {
  /** The origin of work that no request started. */
  public static final RequestOrigin NONE = new RequestOrigin(null, null);

  private static final int LONGEST_AGENT = 300;

  /** Reads the origin; the gateway sets the forwarded address and removes a client's own. */
  public static RequestOrigin of(ServerHttpRequest request) {
    String forwarded = request.getHeaders().getFirst("X-Forwarded-For");
    String agent = request.getHeaders().getFirst(HttpHeaders.USER_AGENT);
    return new RequestOrigin(
        forwarded == null ? sender(request.getRemoteAddress()) : forwarded,
        agent == null ? null : agent.substring(0, Math.min(agent.length(), LONGEST_AGENT)));
  }

  private static @Nullable String sender(@Nullable InetSocketAddress remote) {
    return remote == null || remote.getAddress() == null
        ? null
        : remote.getAddress().getHostAddress();
  }
}
