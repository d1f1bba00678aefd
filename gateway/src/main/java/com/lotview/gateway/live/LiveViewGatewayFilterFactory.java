package com.lotview.gateway.live;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.client.ServiceCallFailed;
import com.lotview.kit.client.ServiceClient;
import com.lotview.kit.client.ServiceClientFactory;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.security.ServiceTokens;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.OrderedGatewayFilter;
import org.springframework.cloud.gateway.filter.RouteToRequestUrlFilter;
import org.springframework.cloud.gateway.filter.factory.AbstractGatewayFilterFactory;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/**
 * {@code LiveView}: redeems the one-time ticket of a WebSocket and routes the socket to the worker
 * that has the browser. The worker sees a token of this service, never the ticket.
 */
@Component
class LiveViewGatewayFilterFactory extends AbstractGatewayFilterFactory<Object> {
  private static final Logger LOG = LoggerFactory.getLogger(LiveViewGatewayFilterFactory.class);
  private static final String WORKER = "worker";

  private final ServiceClient posting;
  private final ServiceTokens tokens;

  LiveViewGatewayFilterFactory(
      LiveProperties properties, ServiceClientFactory clients, ServiceTokens tokens) {
    super(Object.class);
    this.posting = clients.of("posting", properties.postingUrl().toString());
    this.tokens = tokens;
  }

  @Override
  public GatewayFilter apply(Object none) {
    // Runs after the filter that sets the route's address, and replaces it.
    return new OrderedGatewayFilter(
        this::lead, RouteToRequestUrlFilter.ROUTE_TO_URL_FILTER_ORDER + 1);
  }

  private Mono<Void> lead(ServerWebExchange exchange, GatewayFilterChain chain) {
    ServerHttpRequest request = exchange.getRequest();
    String ticket = request.getQueryParams().getFirst("ticket");
    if (ticket == null || !"websocket".equalsIgnoreCase(request.getHeaders().getUpgrade())) {
      return Mono.error(
          new RefusalException(
              ErrorCode.AUTH_TOKEN_INVALID, "A WebSocket with a ticket is required"));
    }
    return redeem(ticket)
        .zipWith(tokens.token(WORKER).onErrorMap(LiveViewGatewayFilterFactory::unavailable))
        .flatMap(both -> chain.filter(led(exchange, both.getT1(), both.getT2())));
  }

  private static ServerWebExchange led(ServerWebExchange exchange, Where where, String token) {
    exchange.getAttributes().put(ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR, where.socket());
    return exchange
        .mutate()
        .request(request -> request.headers(headers -> headers.setBearerAuth(token)))
        .build();
  }

  private Mono<Where> redeem(String ticket) {
    return posting
        .post("/internal/live-views")
        .body(Map.of("ticket", ticket))
        .answer(Where.class)
        .onErrorMap(ServiceCallFailed.class, LiveViewGatewayFilterFactory::problem);
  }

  private static RefusalException problem(ServiceCallFailed failed) {
    return failed.is(HttpStatus.UNAUTHORIZED)
        ? new RefusalException(
            ErrorCode.AUTH_TOKEN_INVALID, "The ticket is not valid; open the view again")
        : failed.toProblem(HttpStatus.CONFLICT, ErrorCode.LIVE_VIEW_NOT_READY);
  }

  private static RefusalException unavailable(Throwable error) {
    LOG.warn("A live view could not be opened: {}", error.toString());
    return new RefusalException(
        ErrorCode.SERVICE_UNAVAILABLE, ErrorCode.SERVICE_UNAVAILABLE.title());
  }

  /** The worker to which a ticket leads. */
  record Where(UUID signInId, String workerUrl) {
    URI socket() {
      return UriComponentsBuilder.fromUriString(workerUrl)
          .scheme(workerUrl.startsWith("https") ? "wss" : "ws")
          .path("/internal/live/" + signInId)
          .build()
          .toUri();
    }
  }
}
