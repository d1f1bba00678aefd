package com.lotview.bench.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The page without a framework, served from here. Its questions go on to the gateway, as one
 * person's: so both pages list the same answer.
 */
final class PlainPage implements AutoCloseable {
  private static final String PAGE = "/bench/plain.html";

  private final HttpClient http = HttpClient.newHttpClient();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;
  private final String gateway;
  private final String token;

  PlainPage(String gateway, String token) throws IOException {
    this.gateway = gateway;
    this.token = token;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().toString();
      if (path.equals("/")) {
        try (InputStream page = PlainPage.class.getResourceAsStream(PAGE)) {
          send(exchange, 200, "text/html", Objects.requireNonNull(page, PAGE).readAllBytes());
        }
      } else if (path.startsWith("/v1/")) {
        ask(exchange, path);
      } else {
        exchange.sendResponseHeaders(404, -1);
      }
    }
  }

  private void ask(HttpExchange exchange, String path) throws IOException {
    HttpRequest question =
        HttpRequest.newBuilder(URI.create(gateway + path))
            .header("Authorization", "Bearer " + token)
            .build();
    try {
      HttpResponse<byte[]> answer = http.send(question, HttpResponse.BodyHandlers.ofByteArray());
      send(exchange, answer.statusCode(), "application/json", answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
    http.close();
  }
}
