package com.lotview.worker.fleet.site;

import com.lotview.worker.browser.BrowserSession;
import com.lotview.worker.browser.Viewport;
import com.lotview.worker.browser.pool.BrowserPool;
import com.lotview.worker.browser.process.BrowserStartException;
import com.lotview.worker.browser.process.ProcessGroup;
import com.lotview.worker.fleet.port.SiteBrowser;
import com.lotview.worker.fleet.port.SiteBrowsers;
import com.lotview.worker.marketplace.Marketplace;
import com.lotview.worker.marketplace.page.PostingOutcome.Retryable;
import com.lotview.worker.marketplace.page.StoppedException;
import com.lotview.worker.marketplace.settings.MarketplaceSettings;
import com.lotview.worker.pace.HumanPace;
import com.lotview.worker.pace.NoPace;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.LongConsumer;
import tools.jackson.databind.json.JsonMapper;

/** Real browsers on this machine, at the site of the settings. */
public final class ChromeSiteBrowsers implements SiteBrowsers {
  private final BrowserPool pool;
  private final SiteSettings site;
  private final JsonMapper json;

  public ChromeSiteBrowsers(BrowserPool pool, SiteSettings site, JsonMapper json) {
    this.pool = pool;
    this.site = site;
    this.json = json;
  }

  @Override
  public boolean hasRoom() {
    return pool.hasRoom();
  }

  @Override
  public SiteBrowser start(Path folder, String account, long seed, LongConsumer processGroup) {
    Random random = new Random(seed);
    BrowserSession session = open(folder, account, Viewport.varied(random));
    try {
      processGroup.accept(session.processGroup());
      return new ChromeSiteBrowser(session, marketplace(session, random), site.url(), json);
    } catch (RuntimeException e) {
      session.close();
      throw e;
    }
  }

  // A dead proxy is not the browser's fault: a later retry may succeed.
  private BrowserSession open(Path folder, String account, Viewport viewport) {
    try {
      return pool.open(folder, account, viewport);
    } catch (BrowserStartException e) {
      if (e.reason() == BrowserStartException.Reason.NO_PROXY) {
        throw new StoppedException(new Retryable(String.valueOf(e.getMessage())), e);
      }
      throw e;
    }
  }

  // The fleet reports the steps itself, with the fence, so the flow's listener does nothing.
  private Marketplace marketplace(BrowserSession session, Random random) {
    var pace = site.pace() == SiteSettings.Rhythm.NONE ? new NoPace() : new HumanPace(random);
    return Marketplace.on(
        session,
        MarketplaceSettings.of(site.url(), pace).answering(site.cookies()).in(site.units()),
        (step, total, message) -> {});
  }

  @Override
  public void kill(Path folder) {
    if (!ProcessGroup.killOf(folder)) {
      throw new IllegalStateException("The browser of " + folder + " cannot be ended");
    }
  }
}
