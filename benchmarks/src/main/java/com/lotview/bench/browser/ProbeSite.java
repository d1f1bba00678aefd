package com.lotview.bench.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/** A page that reports what it sees of its browser, together with what the server sees. */
final class ProbeSite implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 30;

  private final HttpServer server;
  private final BlockingQueue<Appeared> told = new LinkedBlockingQueue<>();

  private ProbeSite(HttpServer server) {
    this.server = server;
  }

  static ProbeSite open() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    ProbeSite site = new ProbeSite(server);
    server.createContext("/", ProbeSite::page);
    server.createContext("/result", site::result);
    server.start();
    return site;
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  private static void page(HttpExchange exchange) throws IOException {
    try (InputStream in = ProbeSite.class.getResourceAsStream("/bench/probe.html")) {
      byte[] page = Objects.requireNonNull(in).readAllBytes();
      exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
      exchange.sendResponseHeaders(200, page.length);
      exchange.getResponseBody().write(page);
      exchange.close();
    }
  }

  private void result(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    told.add(
        new Appeared(
            headers, JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes())));
    exchange.sendResponseHeaders(204, -1);
    exchange.close();
  }

  /** The next browser's answer. */
  Appeared await() throws InterruptedException {
    Appeared next = told.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (next == null) {
      throw new IllegalStateException("the probe page did not tell anything in time");
    }
    return next;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
