package com.lotview.standalone.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApiClientTest {
  private final List<String> bearers = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private int logins;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/v1/auth/login", this::login);
    server.createContext("/v1/postings", this::postings);
    server.start();
  }

  @AfterEach
  void end() {
    server.stop(0);
  }

  private void login(HttpExchange exchange) throws IOException {
    logins++;
    answer(exchange, 200, "{\"accessToken\":\"token-" + logins + "\"}");
  }

  /** Knows only the second token. */
  private void postings(HttpExchange exchange) throws IOException {
    String bearer = exchange.getRequestHeaders().getFirst("Authorization");
    bearers.add(bearer);
    if (bearer.equals("Bearer token-2")) {
      answer(exchange, 200, "{\"id\":\"1\"}");
    } else {
      answer(exchange, 401, "{\"code\":\"AUTH_TOKEN_EXPIRED\",\"detail\":\"It has expired\"}");
    }
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    exchange.getRequestBody().readAllBytes();
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Test
  void anExpiredToken_isReplacedBySigningInAnew_andTheCallGoesAgain() {
    ApiClient api = new ApiClient("http://127.0.0.1:" + server.getAddress().getPort());
    api.signIn("gm@example.com", "secret");

    assertThat(api.get("/v1/postings").orFail("Reading").get("id").asString()).isEqualTo("1");
    assertThat(bearers).containsExactly("Bearer token-1", "Bearer token-2");
    assertThat(logins).isEqualTo(2);
  }
}
