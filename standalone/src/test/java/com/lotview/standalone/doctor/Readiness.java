package com.lotview.standalone.doctor;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Answers as a service does that is asked whether it is ready. */
final class Readiness implements AutoCloseable {
  private static final String UP = "{\"status\":\"UP\"}";

  private final HttpServer server;
  private volatile int status = 200;
  private volatile String body = UP;

  Readiness() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/actuator/health/readiness",
        exchange -> {
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  void up() {
    answer(200, UP);
  }

  void answer(int newStatus, String newBody) {
    status = newStatus;
    body = newBody;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
