package com.lotview.gateway.apikey;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.lotview.contracts.ErrorCode;
import com.lotview.kit.client.ServiceCallFailed;
import com.lotview.kit.client.ServiceClient;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.hash.Sha256;
import com.lotview.kit.web.ProblemWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Exchanges the API key of a request ({@code Authorization: Bearer lvk_…}) for an access token, so
 * that services know tokens only. An answer is cached for one second: a revoked key works that much
 * longer, and a busy key costs at most one query a second.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 6)
final class ApiKeyFilter implements WebFilter {
  private static final String BEARER = "Bearer lvk_";
  private static final Duration KEPT = Duration.ofSeconds(1);
  private static final int MOST_KEYS = 10_000;

  private final ServiceClient auth;
  private final ProblemWriter problems;
  private final Cache<String, Mono<String>> tokens =
      Caffeine.newBuilder().maximumSize(MOST_KEYS).expireAfterWrite(KEPT).build();

  ApiKeyFilter(ServiceClient auth, ProblemWriter problems) {
    this.auth = auth;
    this.problems = problems;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    String key = key(exchange);
    if (key == null) {
      return chain.filter(exchange);
    }
    return tokens
        .get(Sha256.hex(key.getBytes(StandardCharsets.UTF_8)), hash -> exchange(key))
        .map(token -> withToken(exchange, token))
        .flatMap(chain::filter)
        .onErrorResume(RefusalException.class, refusal -> problems.write(exchange, refusal));
  }

  private static @Nullable String key(ServerWebExchange exchange) {
    String header = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
    return header != null && header.startsWith(BEARER) ? header.substring(7).strip() : null;
  }

  private Mono<String> exchange(String key) {
    return auth.post("/internal/api-key-tokens")
        .body(Map.of("key", key))
        .answer(Answer.class)
        .map(Answer::accessToken)
        .onErrorMap(ServiceCallFailed.class, ApiKeyFilter::refusal)
        .cache(KEPT);
  }

  private static RefusalException refusal(ServiceCallFailed failed) {
    boolean invalid = failed.is(HttpStatus.NOT_FOUND) || failed.is(HttpStatus.BAD_REQUEST);
    return invalid
        ? new RefusalException(
            ErrorCode.AUTH_TOKEN_INVALID, "The API key is not valid: it was revoked or has expired")
        : new RefusalException(
            ErrorCode.SERVICE_UNAVAILABLE, ErrorCode.SERVICE_UNAVAILABLE.title());
  }

  private static ServerWebExchange withToken(ServerWebExchange exchange, String token) {
    return exchange
        .mutate()
        .request(request -> request.headers(headers -> headers.setBearerAuth(token)))
        .build();
  }

  /** The auth service's answer. */
  record Answer(String accessToken) {}
}
