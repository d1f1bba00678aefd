package com.lotview.gateway;

import io.netty.handler.codec.http.HttpHeaders;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;

/**
 * Takes the place of the notification service: sends a greeting, echoes messages, records
 * handshakes.
 */
final class EchoSocket implements AutoCloseable {
  static final String GREETING = "connected";

  private final Queue<Seen> seen = new ConcurrentLinkedQueue<>();
  private final AtomicInteger ended = new AtomicInteger();
  private final DisposableServer server;

  EchoSocket() {
    server =
        HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .route(routes ->
                routes.get(
                    "/**",
                    (request, response) -> {
                      seen.add(Seen.of(request));
                      if (request.uri().contains("refuse=")) {
                        return response
                            .status(Integer.parseInt(request.uri().replaceAll(".*refuse=", "")))
                            .send();
                      }
                      return response.sendWebsocket((in, out) ->
                          out.sendString(
                              Flux.just(GREETING)
                                  .concatWith(
                                      in.receive()
                                          .asString()
                                          .doFinally(end -> ended.incrementAndGet())
                                          .concatMap(text ->
                                              "die".equals(text)
                                                  ? Mono.error(new IllegalStateException("died"))
                                                  : Mono.just("echo " + text)))));
                    }))
            .bindNow();
  }

  int port() {
    return server.port();
  }

  Queue<Seen> seen() {
    return seen;
  }

  int ended() {
    return ended.get();
  }

  @Override
  public void close() {
    server.disposeNow();
  }

  /** A handshake as it arrived. */
  record Seen(String uri, HttpHeaders headers) {
    private static Seen of(HttpServerRequest request) {
      return new Seen(request.uri(), request.requestHeaders().copy());
    }
  }
}
