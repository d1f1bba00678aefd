package com.lotview.worker.fleet;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.lotview.sandbox.Sandbox;
import com.lotview.worker.browser.Launchers;
import com.lotview.worker.browser.chrome.ChromeInstallation;
import com.lotview.worker.browser.pool.Appearance;
import com.lotview.worker.browser.pool.BrowserPool;
import com.lotview.worker.browser.pool.PoolRules;
import com.lotview.worker.browser.process.BrowserStartException;
import com.lotview.worker.browser.proxy.Forwarders;
import com.lotview.worker.browser.proxy.Upstreams;
import com.lotview.worker.fleet.job.PostingOrder;
import com.lotview.worker.fleet.port.SiteBrowsers;
import com.lotview.worker.fleet.site.ChromeSiteBrowsers;
import com.lotview.worker.fleet.site.SiteSettings;
import com.lotview.worker.marketplace.settings.Consent;
import com.lotview.worker.marketplace.settings.Units;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Real browsers at the sandbox. */
@Tag("browser")
@Timeout(300)
class ChromeSiteBrowsersIT implements SiteBrowsersContract {
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path folder;
  private Sandbox sandbox;
  private BrowserPool pool;
  private SiteBrowsers browsers;

  @BeforeEach
  void open() {
    try {
      ChromeInstallation.find(System.getenv());
    } catch (BrowserStartException missing) {
      assumeTrue(false, missing.getMessage());
    }
    sandbox = Sandbox.builder().port(0).seed(7).pace(0.1).start();
    URI site = URI.create(sandbox.url());
    pool =
        new BrowserPool(
            Launchers.named("chrome", null, System.getenv()),
            Appearance.of("en-US", true, System.getenv()),
            new Forwarders(
                Upstreams.of(null, null, null, null, null), folder.resolve("forwarder"), site),
            PoolRules.reserving(1),
            () -> Long.MAX_VALUE,
            folder);
    browsers =
        new ChromeSiteBrowsers(
            pool,
            new SiteSettings(site, SiteSettings.Rhythm.NONE, Consent.DECLINE, Units.ORDER),
            JSON);
  }

  @AfterEach
  void close() {
    pool.close();
    sandbox.close();
  }

  @Override
  public SiteBrowsers browsers() {
    return browsers;
  }

  @Override
  public Path folder() {
    return folder;
  }

  @Override
  public String cookies(PostingOrder order) throws Exception {
    HttpRequest account =
        HttpRequest.newBuilder(URI.create(sandbox.url() + "/__accounts"))
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"name\":\"Ann\",\"city\":\"Denver, Colorado\"}"))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      String body = http.send(account, HttpResponse.BodyHandlers.ofString()).body();
      return JSON.readTree(body).get("cookies").toString();
    }
  }
}
