package com.lotview.gateway.edge;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Determines the origin of a request and removes the forwarding headers that a client could forge,
 * because the services trust them.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class OriginFilter implements WebFilter {
  private static final String FORWARDED_PREFIX = "x-forwarded-";
  private static final List<String> OURS = List.of("X-Dealership-Id", "Forwarded", "X-Real-IP");

  private final TrustedProxies proxies;

  OriginFilter(TrustedProxies proxies) {
    this.proxies = proxies;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    origin(exchange.getRequest()).keep(exchange);
    return chain.filter(
        exchange.mutate().request(request -> request.headers(OriginFilter::clean)).build());
  }

  private Origin origin(ServerHttpRequest request) {
    boolean https = "https".equals(request.getURI().getScheme());
    InetAddress sender = address(request.getRemoteAddress());
    if (sender == null) {
      return new Origin(null, https);
    }
    HttpHeaders headers = request.getHeaders();
    if (proxies.contains(sender) && headers.containsHeader("X-Forwarded-Proto")) {
      https = "https".equals(headers.getFirst("X-Forwarded-Proto"));
    }
    List<String> hops = headers.getOrEmpty("X-Forwarded-For");
    return new Origin(proxies.client(sender, hops).getHostAddress(), https);
  }

  private static @Nullable InetAddress address(@Nullable InetSocketAddress remote) {
    return remote == null ? null : remote.getAddress();
  }

  private static void clean(HttpHeaders headers) {
    OURS.forEach(headers::remove);
    headers.headerNames().stream()
        .filter(name -> name.toLowerCase(Locale.ROOT).startsWith(FORWARDED_PREFIX))
        .toList()
        .forEach(headers::remove);
  }
}
