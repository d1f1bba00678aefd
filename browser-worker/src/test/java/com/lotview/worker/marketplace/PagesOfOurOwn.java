package com.lotview.worker.marketplace;

import com.lotview.form.FormMap;
import com.lotview.worker.browser.BrowserSession;
import com.lotview.worker.marketplace.page.Page;
import com.lotview.worker.marketplace.settings.MarketplaceSettings;
import com.lotview.worker.pace.NoPace;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * A site of single pages, each written for one test from knowledge of the real site, and one
 * browser for all tests of a class.
 */
public final class PagesOfOurOwn implements AutoCloseable {

  private final BrowserSession browser;
  private final HttpServer server;
  private final Map<String, String> pages = new ConcurrentHashMap<>();
  private final Map<String, Runnable> happenings = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  /** Skips the tests where there is no browser. */
  public static PagesOfOurOwn open(Path folder) throws IOException {
    return new PagesOfOurOwn(TestSite.browser(folder));
  }

  private PagesOfOurOwn(BrowserSession browser) throws IOException {
    this.browser = browser;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  public BrowserSession browser() {
    return browser;
  }

  /** The page in the browser, in English. */
  public Page browserPage() {
    return new Page(browser, settings(), FormMap.of("en"));
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  public MarketplaceSettings settings() {
    return new MarketplaceSettings(
        url(),
        "en-US",
        new NoPace(),
        Duration.ofSeconds(4),
        Duration.ofSeconds(4),
        Duration.ofSeconds(8));
  }

  /** Sets the page of a path, also with a query; an address instead of a page redirects there. */
  public PagesOfOurOwn show(String path, String page) {
    pages.put(path, page);
    return this;
  }

  /** Sets what happens when a path is requested, before the answer. */
  public PagesOfOurOwn then(String path, Runnable happens) {
    happenings.put(path, happens);
    return this;
  }

  /** Only this. */
  public PagesOfOurOwn only(String path, String page) {
    pages.clear();
    happenings.clear();
    asked.clear();
    return show(path, page);
  }

  /** The requests so far, path and query. */
  public List<String> asked() {
    return asked;
  }

  public static String page(String language, String body) {
    return "<!doctype html><html id=facebook lang="
        + language
        + "><meta charset=utf-8><body>"
        + body
        + "</body></html>";
  }

  private void answer(HttpExchange exchange) {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      String path = exchange.getRequestURI().getPath();
      asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
      happenings.getOrDefault(path, () -> {}).run();
      String page = pages.get(path);
      if (page != null && page.startsWith("/")) {
        exchange.getResponseHeaders().set("Location", page);
        exchange.sendResponseHeaders(302, -1);
        return;
      }
      byte[] body = (page == null ? "" : page).getBytes(StandardCharsets.UTF_8);
      String type = body.length > 0 && body[0] == '<' ? "text/html" : "text/plain";
      exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
      exchange.sendResponseHeaders(page == null ? 404 : 200, body.length == 0 ? -1 : body.length);
      if (body.length > 0) {
        exchange.getResponseBody().write(body);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    browser.close();
    server.stop(0);
  }
}
