package com.lotview.standalone.server;

import com.lotview.standalone.StartupException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Shows the mails that an installation on one machine keeps in a folder, newest first. Mails hold
 * links that sign people in: so the page listens on 127.0.0.1, and its path is a secret.
 */
public final class LocalMailPage implements AutoCloseable {
  private static final int SHOWN = 100;
  private static final Pattern LINK = Pattern.compile("https?://[\\w.:/#-]+");
  private static final String HEAD =
      """
      <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Mails - LotView</title>
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <style>:root{color-scheme:light dark}body{font:16px/1.45 system-ui,sans-serif;max-width:46rem;
      margin:2rem auto;padding:0 1rem}article{border:1px solid #8a8f98;border-radius:.4rem;
      padding:0 1rem;margin:1rem 0}pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit}
      </style></head><body><h1>Mails</h1>
      <p>This installation has no mail server. What it would have mailed stands here.</p>
      """;

  private final HttpServer server;
  private final ExecutorService threads;
  private final String url;

  private LocalMailPage(HttpServer server, ExecutorService threads, String url) {
    this.server = server;
    this.threads = threads;
    this.url = url;
  }

  /**
   * Starts the page.
   *
   * @param folder one text file for each mail, with names in their order; may not exist yet
   * @param secret the path of the page
   */
  public static LocalMailPage start(Path folder, int port, String secret) {
    try {
      InetAddress local = InetAddress.ofLiteral("127.0.0.1");
      HttpServer server = HttpServer.create(new InetSocketAddress(local, port), 0);
      ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
      server.setExecutor(threads);
      String path = "/" + secret;
      server.createContext("/", exchange -> answer(exchange, path, folder));
      server.start();
      int bound = server.getAddress().getPort();
      return new LocalMailPage(server, threads, "http://127.0.0.1:" + bound + path);
    } catch (IOException e) {
      throw new StartupException("The page of mails cannot listen on port " + port, e);
    }
  }

  /** The address of the page. */
  public String url() {
    return url;
  }

  private static void answer(HttpExchange exchange, String path, Path folder) throws IOException {
    try (exchange) {
      boolean found = exchange.getRequestURI().getPath().equals(path);
      byte[] body = (found ? page(folder) : "No such page").getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
      exchange
          .getResponseHeaders()
          .set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
      exchange.sendResponseHeaders(found ? 200 : 404, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static String page(Path folder) throws IOException {
    StringBuilder page = new StringBuilder(HEAD);
    for (Path mail : newest(folder)) {
      page.append("<article><pre>")
          .append(linked(escaped(Files.readString(mail))))
          .append("</pre></article>\n");
    }
    return page.append("</body></html>\n").toString();
  }

  private static List<Path> newest(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".txt"))
          .sorted(Comparator.reverseOrder())
          .limit(SHOWN)
          .toList();
    }
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String linked(String text) {
    return LINK.matcher(text).replaceAll("<a href=\"$0\">$0</a>");
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
