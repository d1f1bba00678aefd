package com.lotview.worker.marketplace;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.lotview.sandbox.Sandbox;
import com.lotview.worker.browser.BrowserSession;
import com.lotview.worker.browser.LaunchRequest;
import com.lotview.worker.browser.LaunchRequest.Display;
import com.lotview.worker.browser.Viewport;
import com.lotview.worker.browser.chrome.ChromeInstallation;
import com.lotview.worker.browser.chrome.ChromeLauncher;
import com.lotview.worker.browser.process.BrowserStartException;
import com.lotview.worker.marketplace.settings.MarketplaceSettings;
import com.lotview.worker.marketplace.settings.Units;
import com.lotview.worker.pace.NoPace;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;

/** The stand-in site and one browser for all tests of a class; every test has its own account. */
public final class TestSite implements AutoCloseable {

  private final Sandbox sandbox;
  private final BrowserSession browser;

  private TestSite(Sandbox sandbox, BrowserSession browser) {
    this.sandbox = sandbox;
    this.browser = browser;
  }

  /** Skips the tests where there is no browser. */
  public static TestSite open(Path folder) {
    BrowserSession browser = browser(folder);
    return new TestSite(Sandbox.builder().port(0).seed(7).pace(0.1).start(), browser);
  }

  /** A browser; skips the tests where there is none. */
  public static BrowserSession browser(Path folder) {
    try {
      ChromeInstallation.find(System.getenv());
    } catch (BrowserStartException missing) {
      assumeTrue(false, missing.getMessage());
    }
    return new ChromeLauncher(System.getenv())
        .launch(
            new LaunchRequest(
                folder.resolve("job"),
                "en-US",
                Display.HEADLESS,
                Viewport.varied(new Random(1)),
                null));
  }

  public Sandbox sandbox() {
    return sandbox;
  }

  public SandboxAccount account() throws IOException, InterruptedException {
    return SandboxAccount.open(sandbox);
  }

  /** An account of another country. */
  public SandboxAccount account(String variant) throws IOException, InterruptedException {
    return SandboxAccount.open(sandbox, variant);
  }

  /** The flows, signed in as the account. */
  public Marketplace as(SandboxAccount account) {
    return as(account, Units.ORDER);
  }

  public Marketplace as(SandboxAccount account, Units units) {
    URI site = URI.create(sandbox.url());
    browser.setCookies(account.cookies(), site);
    MarketplaceSettings usual = MarketplaceSettings.of(site, new NoPace());
    MarketplaceSettings shorter =
        new MarketplaceSettings(
            site,
            usual.language(),
            usual.pace(),
            Duration.ofSeconds(8),
            usual.upload(),
            usual.publish());
    return Marketplace.on(browser, shorter.in(units), (n, total, message) -> {});
  }

  byte[] picture() {
    return browser.screenshot();
  }

  @Override
  public void close() {
    browser.close();
    sandbox.close();
  }
}
