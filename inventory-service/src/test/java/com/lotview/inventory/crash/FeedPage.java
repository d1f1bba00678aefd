package com.lotview.inventory.crash;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A feed's server, which can halt before its answer or in the middle of it. */
final class FeedPage implements AutoCloseable {
  private final HttpServer server;
  private volatile byte[] body = new byte[0];
  private volatile int sentBefore = -1;
  private volatile CountDownLatch halted = new CountDownLatch(1);
  private volatile CountDownLatch goOn = new CountDownLatch(1);

  FeedPage() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/stock.csv";
  }

  void has(String stock) {
    body = stock.getBytes(StandardCharsets.UTF_8);
  }

  /** Halts the next answer after so many bytes. */
  void haltAfter(int bytes) {
    halted = new CountDownLatch(1);
    goOn = new CountDownLatch(1);
    sentBefore = bytes;
  }

  void reached() throws InterruptedException {
    if (!halted.await(2, TimeUnit.MINUTES)) {
      throw new IllegalStateException("Nobody asks for the feed");
    }
  }

  void release() {
    sentBefore = -1;
    goOn.countDown();
  }

  private void answer(HttpExchange exchange) throws IOException {
    int before = sentBefore;
    sentBefore = -1;
    try (exchange) {
      if (before == 0) {
        halt();
      }
      exchange.sendResponseHeaders(200, body.length);
      if (before > 0) {
        exchange.getResponseBody().write(body, 0, before);
        exchange.getResponseBody().flush();
        halt();
      }
      int from = Math.max(before, 0);
      exchange.getResponseBody().write(body, from, body.length - from);
    } catch (IOException e) {
      // The caller was killed.
    }
  }

  private void halt() {
    halted.countDown();
    try {
      goOn.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    release();
    server.stop(0);
  }
}
