package com.lotview.worker.fleet;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;

/**
 * The page and the site for workers in separate processes: it keeps running, with its clock, while
 * a worker is stopped. Takes a click only within its permit, as a real page does.
 */
final class PageInTest implements AutoCloseable {
  private final HttpServer server;
  private final List<String> listings = new CopyOnWriteArrayList<>();
  private final List<String> late = new CopyOnWriteArrayList<>();
  private volatile BiConsumer<String, Long> at = (place, pid) -> {};

  PageInTest() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** Called when a worker (its process id) reaches a place, before it is answered. */
  void at(BiConsumer<String, Long> listener) {
    at = listener;
  }

  /** The workers whose clicks were taken. */
  List<String> listings() {
    return listings;
  }

  /** The workers whose clicks came too late. */
  List<String> late() {
    return late;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String[] asked = exchange.getRequestURI().getPath().substring(1).split("/", -1);
    at.accept(asked[0], Long.parseLong(asked[1]));
    String said =
        switch (asked[0]) {
          case "clock" -> String.valueOf(System.nanoTime());
          case "click" -> click(asked[1], Long.parseLong(asked[2]));
          case "look" -> String.valueOf(listings.size());
          default -> "";
        };
    byte[] body = said.getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    } catch (IOException gone) {
      // A worker that was killed does not wait for its answer.
      return;
    }
  }

  private synchronized String click(String worker, long until) {
    boolean taken = System.nanoTime() - until < 0;
    (taken ? listings : late).add(worker);
    return String.valueOf(taken);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
