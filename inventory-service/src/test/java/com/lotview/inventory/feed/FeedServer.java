package com.lotview.inventory.feed;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;

/** A server with one stock file, controlled by the test. */
final class FeedServer implements AutoCloseable {
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private volatile Page page = new Page(404, "", null, false);
  private volatile String login = "";

  private record Page(int status, String text, String etag, boolean gzip) {}

  FeedServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/stock.csv";
  }

  void has(String text, String etag) {
    page = new Page(200, text, etag, false);
  }

  void hasZipped(String text) {
    page = new Page(200, text, null, true);
  }

  void fails(int status) {
    page = new Page(status, "", null, false);
  }

  /** Only requests with this Authorization header get an answer. */
  void wants(String authorization) {
    login = authorization;
  }

  /** What was asked since the last call: the known version of each request, or "all". */
  List<String> asked() {
    List<String> all = List.copyOf(asked);
    asked.clear();
    return all;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String known = exchange.getRequestHeaders().getFirst("If-None-Match");
    asked.add(known == null ? "all" : known);
    Page now = page;
    boolean known304 = now.etag() != null && now.etag().equals(known);
    boolean stranger =
        !login.isEmpty() && !login.equals(exchange.getRequestHeaders().getFirst("Authorization"));
    byte[] body = now.gzip() ? zipped(now.text()) : now.text().getBytes(StandardCharsets.UTF_8);
    if (now.etag() != null) {
      exchange.getResponseHeaders().set("ETag", now.etag());
    }
    if (now.gzip()) {
      exchange.getResponseHeaders().set("Content-Encoding", "gzip");
    }
    int status = stranger ? 401 : known304 ? 304 : now.status();
    boolean empty = status != 200 || body.length == 0;
    exchange.sendResponseHeaders(status, empty ? -1 : body.length);
    if (!empty) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  private static byte[] zipped(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
