package com.lotview.gateway.edge;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.error.RefusalException;
import java.net.URI;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/**
 * Keeps tokens of WebSockets out of every log. Browsers cannot set headers on a WebSocket, so the
 * token may come as {@code ?token=}; this filter turns it into the header. Errors of the connection
 * end here, because the code further out logs the whole address.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
final class WebSocketTokenFilter implements WebFilter {
  private static final Logger LOG = LoggerFactory.getLogger(WebSocketTokenFilter.class);
  private static final Set<String> PATHS = Set.of("/ws", "/v1/live/socket");
  private static final String TOKEN = "token";

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    if (!PATHS.contains(exchange.getRequest().getPath().pathWithinApplication().value())) {
      return chain.filter(exchange);
    }
    return chain.filter(moved(exchange)).onErrorResume(error -> ended(exchange, error));
  }

  private static ServerWebExchange moved(ServerWebExchange exchange) {
    ServerHttpRequest request = exchange.getRequest();
    String token = request.getQueryParams().getFirst(TOKEN);
    if (token == null) {
      return exchange;
    }
    URI clean =
        UriComponentsBuilder.fromUri(request.getURI()).replaceQueryParam(TOKEN).build(true).toUri();
    ServerHttpRequest.Builder moved = request.mutate().uri(clean);
    if (!request.getHeaders().containsHeader(HttpHeaders.AUTHORIZATION)) {
      moved.headers(headers -> headers.setBearerAuth(token));
    }
    return exchange.mutate().request(moved.build()).build();
  }

  private static Mono<Void> ended(ServerWebExchange exchange, Throwable error) {
    if (error instanceof RefusalException) {
      return Mono.error(error);
    }
    LOG.info("A WebSocket ended: {}", error.getClass().getSimpleName());
    return exchange.getResponse().isCommitted()
        ? Mono.empty()
        : Mono.error(
            new RefusalException(
                ErrorCode.SERVICE_UNAVAILABLE, ErrorCode.SERVICE_UNAVAILABLE.title()));
  }
}
