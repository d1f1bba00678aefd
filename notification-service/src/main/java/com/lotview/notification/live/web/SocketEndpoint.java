package com.lotview.notification.live.web;

import com.lotview.notification.live.LiveLog;
import com.lotview.notification.ticket.Tickets.Holder;
import io.netty.channel.Channel;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.reactive.socket.server.WebSocketService;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import tools.jackson.databind.json.JsonMapper;

/** {@code GET /ws}: admits, upgrades, and sees to it that the connection really ends. */
final class SocketEndpoint implements WebHandler {
  private static final long CLOSE_GRACE_SECONDS = 5;

  private final SocketDoor door;
  private final WebSocketService upgrades;
  private final LiveLog log;
  private final JsonMapper json;
  private final SocketProperties properties;
  private final Clock clock;

  SocketEndpoint(
      SocketDoor door,
      WebSocketService upgrades,
      LiveLog log,
      JsonMapper json,
      SocketProperties properties,
      Clock clock) {
    this.door = door;
    this.upgrades = upgrades;
    this.log = log;
    this.json = json;
    this.properties = properties;
    this.clock = clock;
  }

  @Override
  public Mono<Void> handle(ServerWebExchange exchange) {
    return Mono.defer(() -> {
      Long after = SocketDoor.after(exchange.getRequest());
      return door.admit(exchange.getRequest()).flatMap(holder -> upgrade(exchange, holder, after));
    });
  }

  private Mono<Void> upgrade(ServerWebExchange exchange, Holder holder, @Nullable Long after) {
    Channel channel = channel(exchange.getRequest());
    return upgrades.handleRequest(
        exchange,
        session ->
            new SocketConversation(session, holder, log, json, properties, clock)
                .run(after)
                .doFinally(end -> endFor(channel)));
  }

  /**
   * A peer that takes nothing would keep the close frame, and so the connection, waiting. Whether
   * closing succeeds or not, there is nothing left to do.
   */
  @SuppressWarnings("FutureReturnValueIgnored")
  private static void endFor(Channel channel) {
    channel.eventLoop().schedule(() -> channel.close(), CLOSE_GRACE_SECONDS, TimeUnit.SECONDS);
  }

  private static Channel channel(ServerHttpRequest request) {
    HttpServerRequest nativeRequest = ServerHttpRequestDecorator.getNativeRequest(request);
    AtomicReference<@Nullable Channel> channel = new AtomicReference<>();
    nativeRequest.withConnection(connection -> channel.set(connection.channel()));
    return java.util.Objects.requireNonNull(channel.get());
  }
}
