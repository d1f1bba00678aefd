package com.lotview.bench.browser;

import com.lotview.sandbox.Sandbox;
import com.lotview.worker.browser.BrowserCookie;
import com.lotview.worker.browser.BrowserSession;
import com.lotview.worker.browser.Launchers;
import com.lotview.worker.browser.Viewport;
import com.lotview.worker.browser.pool.Appearance;
import com.lotview.worker.browser.pool.BrowserPool;
import com.lotview.worker.browser.pool.FreeMemory;
import com.lotview.worker.browser.pool.PoolRules;
import com.lotview.worker.browser.proxy.Forwarders;
import com.lotview.worker.browser.proxy.Upstreams;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The stand-in site, and browsers as a worker has them. */
final class Stage implements AutoCloseable {
  private static final long RESERVE = 400L << 20;
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Path home;
  private final Random random = new Random(4);
  private final Sandbox sandbox;
  private final BrowserPool pool;
  private final HttpClient http = HttpClient.newHttpClient();

  private Stage(Path home, Sandbox sandbox, boolean headless) {
    this.home = home;
    this.sandbox = sandbox;
    this.pool = pool(home, URI.create(sandbox.url()), headless);
  }

  static Stage open(Path home, boolean headless) throws IOException {
    Files.createDirectories(home);
    return new Stage(home, Sandbox.builder().port(0).seed(7).start(), headless);
  }

  /** A pool as a worker's, in a folder of its own. */
  static BrowserPool pool(Path home, URI site, boolean headless) {
    Map<String, String> environment = System.getenv();
    return new BrowserPool(
        Launchers.named("chrome", null, environment),
        Appearance.of("en-US", headless, environment),
        new Forwarders(Upstreams.none(), home.resolve("forwarder"), site),
        PoolRules.reserving(RESERVE),
        new FreeMemory(),
        home);
  }

  Path home() {
    return home;
  }

  Sandbox sandbox() {
    return sandbox;
  }

  URI site() {
    return URI.create(sandbox.url());
  }

  BrowserPool pool() {
    return pool;
  }

  /** A browser in a folder of its own, as for a job. */
  BrowserSession browser() {
    Path folder = home.resolve(Integer.toHexString(random.nextInt()));
    return pool.open(folder, "account", Viewport.varied(random));
  }

  /** A new account, and its cookies as the site gives them. */
  JsonNode account() throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(sandbox.url() + "/__accounts"))
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"name\":\"Ann\",\"city\":\"Denver, Colorado\"}"))
            .build();
    try {
      return JSON.readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(ended);
    }
  }

  static List<BrowserCookie> cookies(JsonNode account) {
    return account.path("cookies").valueStream().map(Stage::cookie).toList();
  }

  private static BrowserCookie cookie(JsonNode cookie) {
    return new BrowserCookie(
        cookie.path("name").asString(),
        cookie.path("value").asString(),
        cookie.path("domain").asString(),
        cookie.path("path").asString(),
        cookie.path("secure").asBoolean(),
        cookie.path("httpOnly").asBoolean(),
        cookie.path("sameSite").asString(),
        cookie.path("expires").asDouble());
  }

  @Override
  public void close() {
    pool.close();
    sandbox.close();
    http.close();
  }
}
