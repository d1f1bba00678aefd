package com.lotview.worker.fleet.site;

import com.lotview.worker.browser.BrowserLauncher;
import com.lotview.worker.browser.BrowserSession;
import com.lotview.worker.browser.LaunchRequest;
import com.lotview.worker.browser.ProcessGroup;
import com.lotview.worker.browser.Viewport;
import com.lotview.worker.fleet.SiteBrowser;
import com.lotview.worker.fleet.SiteBrowsers;
import com.lotview.worker.marketplace.Marketplace;
import com.lotview.worker.marketplace.MarketplaceSettings;
import com.lotview.worker.pace.HumanPace;
import com.lotview.worker.pace.NoPace;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.LongConsumer;
import tools.jackson.databind.json.JsonMapper;

/** Real browsers on this machine, at the site of the settings. */
public final class ChromeSiteBrowsers implements SiteBrowsers {
  private static final String LANGUAGE = "en-US";

  private final BrowserLauncher launcher;
  private final SiteSettings site;
  private final JsonMapper json;

  public ChromeSiteBrowsers(BrowserLauncher launcher, SiteSettings site, JsonMapper json) {
    this.launcher = launcher;
    this.site = site;
    this.json = json;
  }

  @Override
  public SiteBrowser start(Path folder, long seed, LongConsumer processGroup) {
    Random random = new Random(seed);
    BrowserSession session =
        launcher.launch(
            new LaunchRequest(folder, LANGUAGE, display(), Viewport.varied(random), null));
    try {
      processGroup.accept(session.processGroup());
      return new ChromeSiteBrowser(session, marketplace(session, random), site.url(), json);
    } catch (RuntimeException e) {
      session.close();
      throw e;
    }
  }

  private LaunchRequest.Display display() {
    return site.headless() ? LaunchRequest.Display.HEADLESS : LaunchRequest.Display.WINDOW;
  }

  // The fleet tells of the steps itself, with the fence; the flow's own listener stays silent.
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
