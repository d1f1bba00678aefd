package com.lotview.gateway.limit;

import com.lotview.contracts.ErrorCode;
import com.lotview.gateway.edge.Origin;
import com.lotview.gateway.limit.RollingMinute.Answer;
import com.lotview.kit.error.RefusalException;
import java.security.Principal;
import java.time.Duration;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Allows each person 100 requests a minute, 20 of them orders of postings, and each address 300
 * requests without a token; photos in feeds, which a crawler fetches by the thousand, have their
 * own limit of 3,000 for each address. An API key counts as a person. Runs after the token check.
 * The headers {@code RateLimit-…} show the tighter limit of the request.
 */
@Order(-50)
public final class RateLimitFilter implements WebFilter {
  static final int REQUESTS = 100;
  static final int POSTINGS = 20;
  static final int WITHOUT_TOKEN = 300;
  static final int FEED_PHOTOS = 3_000;
  private static final String PHOTOS = "/feeds/photos/";

  private final boolean on;
  private final Windows windows;

  public RateLimitFilter(boolean on, Windows windows) {
    this.on = on;
    this.windows = windows;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    String path = exchange.getRequest().getPath().pathWithinApplication().value();
    if (!on || path.startsWith("/actuator/")) {
      return chain.filter(exchange);
    }
    return exchange
        .getPrincipal()
        .map(Principal::getName)
        .map(Optional::of)
        .defaultIfEmpty(Optional.empty())
        .flatMap(person ->
            person
                .map(name -> ofPerson(name, exchange.getRequest()))
                .orElseGet(() -> ofAddress(Origin.of(exchange).network(), path)))
        .flatMap(answer -> {
          tell(exchange.getResponse().getHeaders(), answer);
          return answer.granted() ? chain.filter(exchange) : refuse(exchange, answer.reset());
        });
  }

  private Mono<Answer> ofPerson(String person, ServerHttpRequest request) {
    Mono<Answer> all = windows.take("all:" + person, REQUESTS);
    return orders(request)
        ? windows
            .take("postings:" + person, POSTINGS)
            .flatMap(order -> order.granted() ? all.map(order::tighter) : Mono.just(order))
        : all;
  }

  private Mono<Answer> ofAddress(String network, String path) {
    return path.startsWith(PHOTOS)
        ? windows.take("feed-photos:" + network, FEED_PHOTOS)
        : windows.take("address:" + network, WITHOUT_TOKEN);
  }

  // Requests that stop or settle postings do not count as orders.
  private static boolean orders(ServerHttpRequest request) {
    String path = request.getPath().pathWithinApplication().value();
    return HttpMethod.POST.equals(request.getMethod())
        && path.startsWith("/v1/postings")
        && !path.endsWith("/approve")
        && !path.endsWith("/decline")
        && !path.endsWith("/cancel")
        && !path.endsWith("/resolve");
  }

  private static void tell(HttpHeaders headers, Answer answer) {
    headers.set("RateLimit-Limit", Integer.toString(answer.limit()));
    headers.set("RateLimit-Remaining", Integer.toString(answer.left()));
    headers.set("RateLimit-Reset", Long.toString(seconds(answer.reset())));
  }

  private static Mono<Void> refuse(ServerWebExchange exchange, Duration wait) {
    long seconds = seconds(wait);
    exchange.getResponse().getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    return Mono.error(
        new RefusalException(
            ErrorCode.RATE_LIMITED, "Too many requests; try again in " + seconds + " s"));
  }

  private static long seconds(Duration wait) {
    return wait.plusMillis(999).toSeconds();
  }
}
