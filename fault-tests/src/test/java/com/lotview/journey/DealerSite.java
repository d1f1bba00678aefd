package com.lotview.journey;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A dealership's own site: pages at addresses, and nothing that knows LotView. */
final class DealerSite implements AutoCloseable {
  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8">
          <title>%1$s</title>
          <script type="application/ld+json">
            {"@context": "https://schema.org", "@type": ["Product", "Car"], "name": "%1$s",
             "vehicleIdentificationNumber": "%2$s", "offers": {"price": "389"}}
          </script>
        </head>
        <body><h1>%1$s</h1></body>
      </html>
      """;

  private final HttpServer server;
  private final Map<String, String> pages = new ConcurrentHashMap<>();

  DealerSite() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String page = pages.get(exchange.getRequestURI().toString());
          byte[] body = (page == null ? "" : page).getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
          exchange.sendResponseHeaders(page == null ? 404 : 200, 0);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  /** Puts a page at a path, and returns its address. */
  String page(String path, String html) {
    // Another host than LotView's, which is at 127.0.0.1.
    String origin = "http://localhost:" + server.getAddress().getPort();
    pages.put(path, html.replace("https://dealer.example", origin));
    return origin + path;
  }

  /** Takes a page away. */
  void remove(String path) {
    pages.remove(path);
  }

  /** The page of a vehicle, with a monthly payment in place of its price. */
  String vehicle(String name, String vin) {
    return page("/used/" + vin.hashCode() + ".htm", PAGE.formatted(name, vin));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
