package com.lotview.worker.fleet.site;

import com.lotview.worker.browser.BrowserSession;
import com.lotview.worker.fleet.port.OwnerBrowser;
import com.lotview.worker.fleet.port.SiteBrowser;
import com.lotview.worker.fleet.port.SiteForm;
import com.lotview.worker.fleet.port.SiteListings;
import com.lotview.worker.marketplace.Marketplace;
import java.net.URI;
import java.time.Duration;
import java.util.OptionalLong;
import tools.jackson.databind.json.JsonMapper;

/** One real browser at the site. */
final class ChromeSiteBrowser implements SiteBrowser {
  private final BrowserSession session;
  private final Marketplace marketplace;
  private final SiteForm form;
  private final SiteListings listings;
  private final URI site;
  private final JsonMapper json;
  private OptionalLong answered = OptionalLong.empty();
  private Duration waitedThen = Duration.ZERO;

  ChromeSiteBrowser(BrowserSession session, Marketplace marketplace, URI site, JsonMapper json) {
    this.session = session;
    this.marketplace = marketplace;
    this.form = new ChromeForm(marketplace);
    this.listings = new ChromeListings(marketplace);
    this.site = site;
    this.json = json;
  }

  @Override
  public void signIn(String cookies) {
    session.setCookies(CookieJson.read(json, cookies), site);
    marketplace.checkLogin();
  }

  @Override
  public SiteForm form() {
    return form;
  }

  @Override
  public SiteListings listings() {
    return listings;
  }

  @Override
  public OwnerBrowser forOwner() {
    return new ChromeOwnerBrowser(session, marketplace, site, json);
  }

  @Override
  public synchronized OptionalLong lastAnswer() {
    OptionalLong last = session.slowness().lastAnswer();
    Duration waited = session.slowness().byMachine();
    if (!last.equals(answered)) {
      answered = last;
      waitedThen = waited;
    }
    long since = waited.minus(waitedThen).toNanos();
    return last.isEmpty() ? last : OptionalLong.of(last.getAsLong() + since);
  }

  @Override
  public byte[] picture() {
    return marketplace.screenshot();
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
