package com.lotview.gateway.route;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.guard.CallRefused;
import com.lotview.kit.guard.Guard;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * A guard for each route: if a service hangs, its requests get 503 at once after some failures, and
 * only a limited number wait for it; other routes are not affected. Counts until the service's
 * answer begins. Sockets stay open for hours and are not guarded.
 */
@Component
class RouteGuards implements GlobalFilter, Ordered {
  private static final Guard.Limits LIMITS = new Guard.Limits(200, 10, Duration.ofSeconds(5));

  private final Map<String, Guard> guards = new ConcurrentHashMap<>();

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
    Route route = exchange.getAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
    if (route == null || exchange.getRequest().getHeaders().getUpgrade() != null) {
      return chain.filter(exchange);
    }
    return guards
        .computeIfAbsent(
            route.getId(), id -> new Guard("Route " + id, LIMITS, DownstreamProblems::ofTheService))
        .protect(chain.filter(exchange))
        .onErrorMap(
            CallRefused.class,
            refused ->
                new RefusalException(
                    ErrorCode.SERVICE_UNAVAILABLE, ErrorCode.SERVICE_UNAVAILABLE.title()));
  }

  // Directly before the request to the service, so that the gateway's own refusals do not count.
  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE - 1;
  }
}
