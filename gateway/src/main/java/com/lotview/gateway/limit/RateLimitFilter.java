package com.lotview.gateway.limit;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.web.ApiException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * 100 requests, and among them 20 new postings, in any minute and for each person. Counted in this
 * process: two gateways let twice as many through. Stands behind the token check.
 */
@Order(-50)
final class RateLimitFilter implements WebFilter {
  static final int REQUESTS = 100;
  static final int POSTINGS = 20;

  // When so many people are known, those who have been idle for a minute are forgotten.
  private static final int SWEEP_AT = 10_000;

  private final boolean on;
  private final Clock clock;
  private final Map<String, RollingMinute> budgets = new ConcurrentHashMap<>();

  RateLimitFilter(boolean on, Clock clock) {
    this.on = on;
    this.clock = clock;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    if (!on) {
      return chain.filter(exchange);
    }
    return exchange
        .getPrincipal()
        .map(person -> left(person.getName(), exchange.getRequest()))
        .defaultIfEmpty(Duration.ZERO)
        .flatMap(wait -> wait.isZero() ? chain.filter(exchange) : refuse(exchange, wait));
  }

  private Duration left(String person, ServerHttpRequest request) {
    Instant now = clock.instant();
    if (budgets.size() > SWEEP_AT) {
      budgets.values().removeIf(budget -> budget.idle(now));
    }
    if (posts(request)) {
      Duration wait = take("postings:" + person, POSTINGS, now);
      if (!wait.isZero()) {
        return wait;
      }
    }
    return take("all:" + person, REQUESTS, now);
  }

  private Duration take(String name, int limit, Instant now) {
    return budgets.computeIfAbsent(name, n -> new RollingMinute(limit)).take(now);
  }

  private static boolean posts(ServerHttpRequest request) {
    return HttpMethod.POST.equals(request.getMethod())
        && request.getPath().pathWithinApplication().value().startsWith("/v1/postings");
  }

  private static Mono<Void> refuse(ServerWebExchange exchange, Duration wait) {
    long seconds = wait.plusMillis(999).toSeconds();
    exchange.getResponse().getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    return Mono.error(
        new ApiException(
            ErrorCode.RATE_LIMITED, "Too many requests; try again in " + seconds + " s"));
  }
}
