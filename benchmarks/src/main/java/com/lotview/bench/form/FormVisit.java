package com.lotview.bench.form;

import com.lotview.bench.form.FormSite.Visitor;
import com.lotview.form.mapping.ListingOrder;
import com.lotview.worker.browser.BrowserSession;
import com.lotview.worker.browser.LaunchRequest;
import com.lotview.worker.browser.LaunchRequest.Display;
import com.lotview.worker.browser.Viewport;
import com.lotview.worker.browser.chrome.ChromeLauncher;
import com.lotview.worker.marketplace.Marketplace;
import com.lotview.worker.marketplace.page.PostingOutcome;
import com.lotview.worker.marketplace.page.StoppedException;
import com.lotview.worker.marketplace.settings.MarketplaceSettings;
import com.lotview.worker.marketplace.settings.Units;
import com.lotview.worker.pace.NoPace;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.openqa.selenium.WebDriverException;

/** One browser of the worker, with a profile of its own, at the site as one account. */
public final class FormVisit implements AutoCloseable {
  /** Shorter than for the real site, which is slower; each is far above the stand-in's times. */
  private static final Duration PAGE = Duration.ofSeconds(8);

  private static final Duration UPLOAD = Duration.ofSeconds(60);
  private static final Duration PUBLISH = Duration.ofSeconds(20);
  private static final Duration CLICK = Duration.ofSeconds(20);
  private static final Viewport WIDE = new Viewport(1920, 1080);

  private final BrowserSession browser;
  private final Marketplace marketplace;
  private final Thread atTheEnd;

  private FormVisit(BrowserSession browser, Marketplace marketplace) {
    this.browser = browser;
    this.marketplace = marketplace;
    // A measurement that is interrupted leaves no browser behind.
    this.atTheEnd = new Thread(browser::kill);
    Runtime.getRuntime().addShutdownHook(atTheEnd);
  }

  /** With a stock in the currency and unit of the account. */
  public static FormVisit begin(URI site, Visitor visitor, Path folder) {
    return begin(site, visitor, folder, WIDE, Units.ACCOUNT);
  }

  public static FormVisit begin(
      URI site, Visitor visitor, Path folder, Viewport viewport, Units units) {
    BrowserSession browser =
        new ChromeLauncher(System.getenv())
            .launch(new LaunchRequest(folder, "en-US", Display.HEADLESS, viewport, null));
    browser.setCookies(visitor.cookies(), site);
    MarketplaceSettings settings =
        new MarketplaceSettings(site, "en-US", new NoPace(), PAGE, UPLOAD, PUBLISH).in(units);
    return new FormVisit(browser, Marketplace.on(browser, settings, (step, total, text) -> {}));
  }

  /** The account's owner has signed in again. */
  public void signIn(URI site, Visitor visitor) {
    browser.setCookies(visitor.cookies(), site);
  }

  BrowserSession browser() {
    return browser;
  }

  public Marketplace marketplace() {
    return marketplace;
  }

  /** The whole course of a posting; a stop before the click is returned as its outcome. */
  public PostingOutcome post(ListingOrder order) {
    try {
      marketplace.checkLogin();
      marketplace.openForm();
    } catch (StoppedException stopped) {
      return stopped.outcome();
    }
    return postOnForm(order);
  }

  /** The same on a form that is open. */
  public PostingOutcome postOnForm(ListingOrder order) {
    try {
      marketplace.fill(order);
      marketplace.uploadPhotos(order);
      marketplace.verify(order);
      marketplace.next();
      marketplace.clickPublish(() -> CLICK);
    } catch (StoppedException stopped) {
      return stopped.outcome();
    }
    return marketplace.awaitListing(order);
  }

  public List<String> heals() {
    return marketplace.heals().stream()
        .map(heal -> heal.field() + ": " + heal.wanted() + " → " + heal.used())
        .toList();
  }

  /** Keeps a picture of the page as it is now. */
  public void picture(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(file, marketplace.formPicture());
    } catch (IOException | WebDriverException | StoppedException unseen) {
      // Without the browser there is nothing to see.
    }
  }

  @Override
  public void close() {
    marketplace.close();
    browser.close();
    try {
      Runtime.getRuntime().removeShutdownHook(atTheEnd);
    } catch (IllegalStateException ending) {
      // It runs just now.
    }
  }
}
