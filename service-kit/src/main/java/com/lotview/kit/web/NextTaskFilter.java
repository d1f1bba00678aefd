package com.lotview.kit.web;

import com.lotview.kit.socket.SocketUpgrade;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.reactive.AbstractServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.server.HttpServerRequest;

/**
 * Handles each request in the next task of its connection's thread, so that none is answered while
 * the server still takes it in.
 *
 * <p>Reactor Netty 1.3.6 queues a request that comes while the one before it is being finished. If
 * the queued one is answered immediately, as refusals are, the server never reads the connection
 * again, and the client's next request waits for ever (reactor-netty 4361). Remove this filter with
 * a version that fixes this; the test shows whether it does.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class NextTaskFilter implements WebFilter {
  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    Mono<Void> handled = Mono.defer(() -> chain.filter(exchange));
    return exchange.getRequest() instanceof AbstractServerHttpRequest request
            && request.getNativeRequest() instanceof HttpServerRequest
        ? handled.subscribeOn(
            Schedulers.fromExecutor(SocketUpgrade.channel(exchange.getRequest()).eventLoop()))
        : handled;
  }
}
