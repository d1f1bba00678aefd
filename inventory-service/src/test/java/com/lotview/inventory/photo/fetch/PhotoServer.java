package com.lotview.inventory.photo.fetch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server with photos on 127.0.0.1, whose pages the test decides. */
final class PhotoServer implements AutoCloseable {
  private final Map<String, Page> pages = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  private record Page(int status, String header, String value, byte[] body) {}

  PhotoServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String known = exchange.getRequestHeaders().getFirst("If-None-Match");
    asked.add(known == null ? path : path + " unless " + known);
    Page page = pages.getOrDefault(path, new Page(404, "X-None", "", new byte[0]));
    boolean same = page.header().equals("ETag") && page.value().equals(known);
    exchange.getResponseHeaders().set(page.header(), page.value());
    exchange.sendResponseHeaders(
        same ? 304 : page.status(), same || page.body().length == 0 ? -1 : page.body().length);
    if (!same && page.body().length > 0) {
      exchange.getResponseBody().write(page.body());
    }
    exchange.close();
  }

  /** A photo with an ETag; its address. */
  String photo(String path, byte[] photo, String etag) {
    pages.put(path, new Page(200, "ETag", etag, photo));
    return address(path);
  }

  String text(String path, int status, String text) {
    pages.put(
        path,
        new Page(status, "Content-Type", "image/jpeg", text.getBytes(StandardCharsets.UTF_8)));
    return address(path);
  }

  String redirect(String path, String to) {
    pages.put(path, new Page(302, "Location", to, new byte[0]));
    return address(path);
  }

  String address(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /** What was asked since the last call. */
  List<String> asked() {
    List<String> all = List.copyOf(asked);
    asked.clear();
    return all;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
