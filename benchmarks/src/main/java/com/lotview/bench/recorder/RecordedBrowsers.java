package com.lotview.bench.recorder;

import com.lotview.worker.fleet.port.SiteBrowser;
import com.lotview.worker.fleet.port.SiteBrowsers;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.LongConsumer;

/** Browsers without processes: they live in the worker and die with it. */
record RecordedBrowsers(Function<Path, SiteBrowser> maker) implements SiteBrowsers {

  @Override
  public SiteBrowser start(Path folder, String account, long seed, LongConsumer processGroup) {
    processGroup.accept(ProcessHandle.current().pid());
    return maker.apply(folder);
  }

  /**
   * Nothing to kill. The cleanup after a worker deletes the folder next, and the browser of a
   * paused worker recognizes its end by that.
   */
  @Override
  public void kill(Path folder) {}
}
