package com.lotview.gateway.socket;

import io.netty.handler.codec.http.websocketx.WebSocketClientHandshakeException;
import java.io.IOException;
import java.util.List;
import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.WebSocketSession;
import org.springframework.web.reactive.socket.server.WebSocketService;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Names the reason when a service refuses a socket that the gateway has accepted: the code is 4000
 * plus the HTTP status (4401: get a new ticket or token; 4429: too many sockets), or 1013 if the
 * service is not there. Without it every refusal is 1002, as if the protocol were broken.
 */
final class RefusedSockets implements WebSocketService {
  private static final int OWN_CODES = 4000;
  private static final CloseStatus TRY_AGAIN = new CloseStatus(1013, "try again later");

  private final WebSocketService upgrades;

  RefusedSockets(WebSocketService upgrades) {
    this.upgrades = upgrades;
  }

  @Override
  public Mono<Void> handleRequest(ServerWebExchange exchange, WebSocketHandler handler) {
    return upgrades.handleRequest(exchange, new Named(handler));
  }

  private record Named(WebSocketHandler proxied) implements WebSocketHandler {
    @Override
    public List<String> getSubProtocols() {
      return proxied.getSubProtocols();
    }

    @Override
    public Mono<Void> handle(WebSocketSession session) {
      return proxied
          .handle(session)
          .onErrorResume(
              WebSocketClientHandshakeException.class, error -> session.close(reason(error)))
          .onErrorResume(IOException.class, error -> session.close(TRY_AGAIN));
    }

    private static CloseStatus reason(WebSocketClientHandshakeException error) {
      int status = error.response() == null ? 0 : error.response().status().code();
      return status >= 400 && status < 500
          ? new CloseStatus(OWN_CODES + status, "refused")
          : TRY_AGAIN;
    }
  }
}
