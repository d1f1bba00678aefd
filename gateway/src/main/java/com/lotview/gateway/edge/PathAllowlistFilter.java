package com.lotview.gateway.edge;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.error.RefusalException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
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
 * Answers 404 to all paths but the public ones, for every caller: internal paths and management
 * paths look like unknown ones. It also refuses alternative spellings of a path: escapes,
 * parameters, empty and dot segments. No public path needs them, and filters that compare paths
 * would miss them.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 4)
final class PathAllowlistFilter implements WebFilter {
  private static final List<PathPattern> OPEN =
      patterns(
          "/v1/**",
          "/ws",
          "/",
          "/app/**",
          "/live/**",
          "/account/**",
          "/feeds/**",
          "/.well-known/jwks.json",
          "/actuator/health/**");
  private static final List<PathPattern> METRICS = patterns("/actuator/prometheus");

  private static final Pattern PLAIN = Pattern.compile("/|(/(?!\\.{1,2}(/|$))[A-Za-z0-9._~-]+)+/?");

  // These paths ignore bearer tokens; an expired one must not lead to a 401.
  private static final List<PathPattern> WITHOUT_TOKEN =
      patterns(
          "/v1/auth/login/**",
          "/v1/auth/refresh",
          "/v1/auth/invitation",
          "/v1/auth/registration/**",
          "/v1/auth/password/forgotten",
          "/v1/auth/password/reset",
          "/",
          "/app/**",
          "/account/**",
          "/feeds/**",
          "/v1/live/**",
          "/live/**",
          "/v1/openapi.json",
          "/v1/docs/**",
          "/.well-known/jwks.json");

  private final boolean metrics;
  private final Supplier<@Nullable Integer> managementPort;

  /**
   * @param metrics whether the public port serves metrics
   * @param managementPort serves metrics in any case; gives null if there is none
   */
  PathAllowlistFilter(boolean metrics, Supplier<@Nullable Integer> managementPort) {
    this.metrics = metrics;
    this.managementPort = managementPort;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    PathContainer path = exchange.getRequest().getPath().pathWithinApplication();
    boolean open = matches(OPEN, path) || (measures(exchange) && matches(METRICS, path));
    if (!open || !PLAIN.matcher(path.value()).matches()) {
      return Mono.error(new RefusalException(ErrorCode.NOT_FOUND, "No such path"));
    }
    return chain.filter(matches(WITHOUT_TOKEN, path) ? withoutToken(exchange) : exchange);
  }

  private boolean measures(ServerWebExchange exchange) {
    InetSocketAddress here = exchange.getRequest().getLocalAddress();
    Integer management = managementPort.get();
    return metrics || (here != null && management != null && here.getPort() == management);
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
