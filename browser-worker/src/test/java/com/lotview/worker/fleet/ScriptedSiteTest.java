package com.lotview.worker.fleet;

import com.lotview.worker.fleet.job.PostingOrder;
import com.lotview.worker.fleet.port.SiteBrowsers;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The scripted site fulfils the contract of the real one. */
class ScriptedSiteTest implements SiteBrowsersContract {
  @TempDir Path folder;
  private final ScriptedSite site = new ScriptedSite();

  @Override
  public SiteBrowsers browsers() {
    return site;
  }

  @Override
  public Path folder() {
    return folder;
  }

  @Override
  public String cookies(PostingOrder order) {
    site.play(order, new ScriptedSite.Script());
    return "[\"" + ScriptedSite.cookieOf(order) + "\"]";
  }
}
