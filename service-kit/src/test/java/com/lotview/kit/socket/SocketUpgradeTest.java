package com.lotview.kit.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.server.support.HandshakeWebSocketService;
import org.springframework.web.server.WebHandler;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.WebsocketServerSpec;

class SocketUpgradeTest {
  private static final int SOCKETS = 300;

  @Test
  void aFrameSentAtTheUpgradeIsAnswered() throws Exception {
    // The settings are read in the step that upgrades.
    Set<String> threads = ConcurrentHashMap.newKeySet();
    SocketUpgrade upgrade =
        new SocketUpgrade(() -> {
          threads.add(Thread.currentThread().getName());
          return WebsocketServerSpec.builder();
        });
    HandshakeWebSocketService upgrades = new HandshakeWebSocketService(upgrade);
    WebSocketHandler echo =
        session ->
            session.send(
                session.receive().map(frame -> session.textMessage(frame.getPayloadAsText())));
    // Like a question to the database: the upgrade is ordered by another thread.
    WebHandler endpoint =
        exchange ->
            Mono.just(exchange)
                .publishOn(Schedulers.boundedElastic())
                .flatMap(here -> upgrades.handleRequest(here, echo));
    DisposableServer server =
        HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .handle(
                new ReactorHttpHandlerAdapter(WebHttpHandlerBuilder.webHandler(endpoint).build()))
            .bindNow();
    int answered = 0;
    try (HttpClient http = HttpClient.newHttpClient()) {
      for (int socket = 0; socket < SOCKETS; socket++) {
        answered += answered(http, server.port()) ? 1 : 0;
      }
    } finally {
      server.disposeNow(Duration.ofSeconds(5));
    }
    assertThat(answered).isEqualTo(SOCKETS);
    assertThat(threads).isNotEmpty().allMatch(thread -> thread.startsWith("reactor-http"));
  }

  private static boolean answered(HttpClient http, int port) throws Exception {
    CompletableFuture<String> answer = new CompletableFuture<>();
    WebSocket socket =
        http.newWebSocketBuilder()
            .buildAsync(
                URI.create("ws://127.0.0.1:" + port + "/"),
                new WebSocket.Listener() {
                  @Override
                  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean all) {
                    answer.complete(data.toString());
                    return CompletableFuture.completedStage(null);
                  }
                })
            .get(20, TimeUnit.SECONDS);
    socket.sendText("first", true);
    try {
      return "first".equals(answer.get(5, TimeUnit.SECONDS));
    } catch (java.util.concurrent.TimeoutException lost) {
      return false;
    } finally {
      socket.abort();
    }
  }
}
