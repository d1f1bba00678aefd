package com.lotview.worker.fleet.port;

import java.nio.file.Path;
import java.util.function.LongConsumer;

/** Where browsers come from and how they end. Thread-safe. */
public interface SiteBrowsers {
  /**
   * Whether a browser could be started now. A job that is not taken may be taken by another worker,
   * which is better than one that waits here.
   */
  default boolean hasRoom() {
    return true;
  }

  /**
   * Starts a browser of its own process group that keeps everything in the folder.
   *
   * @param account whose browser it is: it always has the same way out to the site
   * @param seed for pace and paths, so that a run can be repeated
   * @param processGroup told before the browser opens any page; if it throws, the browser is killed
   */
  SiteBrowser start(Path folder, String account, long seed, LongConsumer processGroup);

  /**
   * Kills every process on this host that works out of the folder. Returns when none is left.
   *
   * @throws IllegalStateException if some cannot be killed
   */
  void kill(Path folder);
}
