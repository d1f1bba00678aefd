package com.lotview.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.server.WebHandler;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

class NextTaskFilterTest {
  // Long enough for the second request to arrive. If it does not, the test still passes but proves
  // less.
  private static final Duration SLOW = Duration.ofMillis(100);

  @Test
  @Timeout(20)
  void connectionIsReadAgainAfterAQueuedRequestThatIsAnsweredAtOnce() throws Exception {
    WebHandler handler =
        exchange -> {
          exchange.getResponse().setStatusCode(HttpStatus.NOT_FOUND);
          exchange.getResponse().getHeaders().setContentLength(0);
          Mono<Void> end = exchange.getResponse().setComplete();
          return exchange.getRequest().getPath().value().equals("/first")
              ? Mono.delay(SLOW).then(end)
              : end;
        };
    DisposableServer server =
        HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .handle(
                new ReactorHttpHandlerAdapter(
                    WebHttpHandlerBuilder.webHandler(handler).filter(new NextTaskFilter()).build()))
            .bindNow();
    try (Socket client = new Socket("127.0.0.1", server.port())) {
      client.setSoTimeout(10_000);
      BufferedReader answers =
          new BufferedReader(
              new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
      send(client, request("/first") + request("/second"));
      assertThat(answer(answers)).contains("404");
      assertThat(answer(answers)).contains("404");

      send(client, request("/third"));

      assertThat(answer(answers)).contains("404");
    } finally {
      server.disposeNow();
    }
  }

  private static String request(String path) {
    return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
  }

  private static void send(Socket client, String text) throws Exception {
    client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    client.getOutputStream().flush();
  }

  /** The head of the next answer; none has a body. */
  private static String answer(BufferedReader answers) throws Exception {
    StringBuilder head = new StringBuilder();
    for (String line = answers.readLine();
        line != null && !line.isEmpty();
        line = answers.readLine()) {
      head.append(line).append('\n');
    }
    return head.toString();
  }
}
