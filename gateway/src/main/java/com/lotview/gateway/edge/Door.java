package com.lotview.gateway.edge;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.web.ApiException;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/**
 * What is not meant for the outside does not exist here: the services' internal paths and the
 * management paths get the same 404 as any unknown one, whoever asks.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 4)
final class Door implements WebFilter {
  private static final List<PathPattern> OPEN =
      patterns("/v1/**", "/ws", "/live/**", "/.well-known/jwks.json", "/actuator/health/**");
  private static final List<PathPattern> METRICS = patterns("/actuator/prometheus");

  // Here a bearer token means nothing, and one that has expired must not stand in the way.
  private static final List<PathPattern> WITHOUT_TOKEN =
      patterns(
          "/v1/auth/login",
          "/v1/auth/refresh",
          "/v1/live/**",
          "/live/**",
          "/.well-known/jwks.json");

  private final boolean metrics;

  Door(boolean metrics) {
    this.metrics = metrics;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    PathContainer path = exchange.getRequest().getPath().pathWithinApplication();
    if (!matches(OPEN, path) && !(metrics && matches(METRICS, path))) {
      return Mono.error(new ApiException(ErrorCode.NOT_FOUND, "No such path"));
    }
    return chain.filter(matches(WITHOUT_TOKEN, path) ? withoutToken(exchange) : exchange);
  }

  private static ServerWebExchange withoutToken(ServerWebExchange exchange) {
    ServerHttpRequest request =
        exchange
            .getRequest()
            .mutate()
            .headers(headers -> headers.remove(HttpHeaders.AUTHORIZATION))
            .build();
    return exchange.mutate().request(request).build();
  }

  private static boolean matches(List<PathPattern> patterns, PathContainer path) {
    return patterns.stream().anyMatch(pattern -> pattern.matches(path));
  }

  private static List<PathPattern> patterns(String... patterns) {
    return List.of(patterns).stream().map(PathPatternParser.defaultInstance::parse).toList();
  }
}
