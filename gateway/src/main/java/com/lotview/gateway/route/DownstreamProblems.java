package com.lotview.gateway.route;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.web.ProblemWriter;
import io.netty.channel.ChannelException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquirePendingLimitException;

/** Answers 503 and logs one line if a service does not answer in time or breaks off. */
@Component
@Order(-3)
class DownstreamProblems implements WebExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(DownstreamProblems.class);

  private final ProblemWriter problems;

  DownstreamProblems(ProblemWriter problems) {
    this.problems = problems;
  }

  @Override
  public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
    Route route = exchange.getAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
    if (route == null || exchange.getResponse().isCommitted() || !ofTheService(error)) {
      return Mono.error(error);
    }
    LOG.warn(
        "{} did not answer {} {}: {}",
        route.getId(),
        exchange.getRequest().getMethod(),
        exchange.getRequest().getPath(),
        error.toString());
    return problems.write(
        exchange,
        new RefusalException(ErrorCode.SERVICE_UNAVAILABLE, ErrorCode.SERVICE_UNAVAILABLE.title()));
  }

  static boolean ofTheService(Throwable error) {
    return switch (error) {
      case IOException e -> true;
      case TimeoutException e -> true;
      case ChannelException e -> true;
      case PoolAcquirePendingLimitException e -> true;
      case ResponseStatusException e -> e.getStatusCode().isSameCodeAs(HttpStatus.GATEWAY_TIMEOUT);
      default -> false;
    };
  }
}
