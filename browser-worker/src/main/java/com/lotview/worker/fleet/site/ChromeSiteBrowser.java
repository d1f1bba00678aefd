package com.lotview.worker.fleet.site;

import com.lotview.worker.browser.BrowserCookie;
import com.lotview.worker.browser.BrowserSession;
import com.lotview.worker.fleet.job.Heals;
import com.lotview.worker.fleet.job.PostingOrder;
import com.lotview.worker.fleet.port.OwnerBrowser;
import com.lotview.worker.fleet.port.SiteBrowser;
import com.lotview.worker.marketplace.Marketplace;
import com.lotview.worker.marketplace.form.FormReport;
import com.lotview.worker.marketplace.listings.EditOrder;
import com.lotview.worker.marketplace.listings.Presence;
import com.lotview.worker.marketplace.listings.PriceEdit;
import com.lotview.worker.marketplace.listings.Removal;
import com.lotview.worker.marketplace.listings.RemoveOrder;
import com.lotview.worker.marketplace.listings.Search;
import com.lotview.worker.marketplace.mapping.ListingOrder;
import com.lotview.worker.marketplace.page.ClickGuard;
import com.lotview.worker.marketplace.page.PostingOutcome;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.UnhandledAlertException;
import org.openqa.selenium.remote.RemoteWebDriver;
import tools.jackson.databind.json.JsonMapper;

/** One real browser at the site. */
final class ChromeSiteBrowser implements SiteBrowser, OwnerBrowser {
  /** What makes a login; the others only tell the site that it knows the browser. */
  private static final Set<String> LOGIN = Set.of("c_user", "xs");

  private static final Set<String> BROWSER = Set.of("datr", "sb");
  private final BrowserSession session;
  private final Marketplace marketplace;
  private final URI site;
  private final JsonMapper json;
  private @Nullable ListingOrder filled;

  ChromeSiteBrowser(BrowserSession session, Marketplace marketplace, URI site, JsonMapper json) {
    this.session = session;
    this.marketplace = marketplace;
    this.site = site;
    this.json = json;
  }

  @Override
  public void signIn(String cookies) {
    session.setCookies(CookieJson.read(json, cookies), site);
    marketplace.checkLogin();
  }

  @Override
  public void openForm() {
    marketplace.openForm();
  }

  @Override
  public void fill(PostingOrder order, List<Path> photos, Runnable uploading) {
    ListingOrder listing = Listings.of(order, photos);
    filled = listing;
    marketplace.fill(listing);
    uploading.run();
    marketplace.uploadPhotos(listing);
    marketplace.verify(listing);
  }

  @Override
  public void next() {
    marketplace.next();
  }

  @Override
  public byte[] picture() {
    return marketplace.screenshot();
  }

  @Override
  public byte[] formPicture() {
    return marketplace.formPicture();
  }

  @Override
  public FormReport readForm() {
    return marketplace.readForm();
  }

  @Override
  public Heals heals() {
    Marketplace.MapInUse map = marketplace.mapInUse();
    return new Heals(map.language(), map.version(), marketplace.heals());
  }

  @Override
  public PostingOutcome publish(PostingOrder order, ClickGuard guard, Runnable clicked) {
    ListingOrder listing = Objects.requireNonNull(filled, "the form is filled first");
    marketplace.clickPublish(guard);
    clicked.run();
    return marketplace.awaitListing(listing);
  }

  @Override
  public Removal remove(RemoveOrder order, ClickGuard guard) {
    return marketplace.remove(order, guard);
  }

  @Override
  public PriceEdit editPrice(EditOrder order, ClickGuard guard) {
    return marketplace.editPrice(order, guard);
  }

  @Override
  public Presence presence(String listingId, String marker, String title) {
    return marketplace.presence(listingId, title);
  }

  @Override
  public Search look(PostingOrder order, @Nullable Instant madeSince) {
    return marketplace.find(Listings.of(order, List.of()), order.photos().size(), madeSince);
  }

  @Override
  public OwnerBrowser forOwner() {
    return this;
  }

  @Override
  public void visit(@Nullable String cookies) {
    if (cookies != null) {
      List<BrowserCookie> known =
          CookieJson.read(json, cookies).stream()
              .filter(one -> BROWSER.contains(one.name()))
              .toList();
      session.setCookies(known, site);
    }
    session.driver().get(site.toString());
  }

  @Override
  public boolean signedIn() {
    try {
      closeOtherWindows();
      Set<String> names =
          session.cookies().stream()
              .filter(cookie -> !cookie.value().isEmpty())
              .map(BrowserCookie::name)
              .collect(Collectors.toSet());
      return names.containsAll(LOGIN) && marketplace.signedIn();
    } catch (UnhandledAlertException | TimeoutException busy) {
      return false;
    }
  }

  // Whoever looks sees this window only, and would not know of the others.
  private void closeOtherWindows() {
    RemoteWebDriver driver = session.driver();
    Set<String> windows = driver.getWindowHandles();
    if (windows.size() == 1) {
      return;
    }
    String own = driver.getWindowHandle();
    for (String other : windows) {
      if (!other.equals(own)) {
        driver.switchTo().window(other).close();
      }
    }
    driver.switchTo().window(own);
  }

  @Override
  public URI pageSocket() {
    return session.pageSocket();
  }

  @Override
  public String cookies() {
    return CookieJson.write(json, session.cookies());
  }

  @Override
  public void close() {
    session.close();
    if (session.alive()) {
      session.kill();
    }
  }
}
