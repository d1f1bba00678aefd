package com.lotview.kit.socket;

import io.netty.channel.Channel;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.reactive.socket.HandshakeInfo;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.server.RequestUpgradeStrategy;
import org.springframework.web.reactive.socket.server.upgrade.ReactorNettyRequestUpgradeStrategy;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebExchangeDecorator;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.WebsocketServerSpec;

/**
 * Turns a request into a WebSocket without losing the client's first frame.
 *
 * <p>Reactor Netty 1.3 sends "101 Switching Protocols" and only then switches the connection to
 * WebSocket. If this runs on another thread than the connection's, for example after a database
 * query, a frame that arrives between the two steps goes to the finished HTTP request and is
 * dropped. Here both happen on the connection's thread, so nothing can be read between them.
 */
public final class SocketUpgrade implements RequestUpgradeStrategy {
  private final ReactorNettyRequestUpgradeStrategy upgrades;

  /**
   * @param settings called once for each socket
   */
  public SocketUpgrade(Supplier<WebsocketServerSpec.Builder> settings) {
    this(new ReactorNettyRequestUpgradeStrategy(settings));
  }

  /**
   * @param upgrades upgrades on the thread that completes the response
   */
  public SocketUpgrade(ReactorNettyRequestUpgradeStrategy upgrades) {
    this.upgrades = upgrades;
  }

  @Override
  public Mono<Void> upgrade(
      ServerWebExchange exchange,
      WebSocketHandler handler,
      @Nullable String subProtocol,
      Supplier<HandshakeInfo> handshake) {
    Channel channel = channel(exchange.getRequest());
    return upgrades.upgrade(new OnItsThread(exchange, channel), handler, subProtocol, handshake);
  }

  /** The connection of a request. */
  public static Channel channel(ServerHttpRequest request) {
    HttpServerRequest nativeRequest = ServerHttpRequestDecorator.getNativeRequest(request);
    AtomicReference<@Nullable Channel> channel = new AtomicReference<>();
    nativeRequest.withConnection(connection -> channel.set(connection.channel()));
    return Objects.requireNonNull(channel.get());
  }

  /** Completing the response is the last step before the upgrade. */
  private static final class OnItsThread extends ServerWebExchangeDecorator {
    private final ServerHttpResponse response;

    private OnItsThread(ServerWebExchange exchange, Channel channel) {
      super(exchange);
      this.response =
          new ServerHttpResponseDecorator(exchange.getResponse()) {
            @Override
            public Mono<Void> setComplete() {
              return super.setComplete().publishOn(Schedulers.fromExecutor(channel.eventLoop()));
            }
          };
    }

    @Override
    public ServerHttpResponse getResponse() {
      return response;
    }
  }
}
