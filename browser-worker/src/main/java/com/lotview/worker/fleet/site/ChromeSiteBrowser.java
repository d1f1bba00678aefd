package com.lotview.worker.fleet.site;

import com.lotview.worker.browser.BrowserSession;
import com.lotview.worker.fleet.Heals;
import com.lotview.worker.fleet.PostingOrder;
import com.lotview.worker.fleet.SiteBrowser;
import com.lotview.worker.marketplace.ClickGuard;
import com.lotview.worker.marketplace.EditOrder;
import com.lotview.worker.marketplace.FormReport;
import com.lotview.worker.marketplace.ListingOrder;
import com.lotview.worker.marketplace.Marketplace;
import com.lotview.worker.marketplace.PostingOutcome;
import com.lotview.worker.marketplace.Presence;
import com.lotview.worker.marketplace.PriceEdit;
import com.lotview.worker.marketplace.Removal;
import com.lotview.worker.marketplace.RemoveOrder;
import com.lotview.worker.marketplace.Search;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** One real browser at the site. */
final class ChromeSiteBrowser implements SiteBrowser {
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
  public Search look(PostingOrder order) {
    return marketplace.find(Listings.of(order, List.of()), order.photos().size());
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
