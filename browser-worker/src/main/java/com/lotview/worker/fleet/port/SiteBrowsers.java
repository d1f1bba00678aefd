package com.lotview.worker.fleet.port;

import java.nio.file.Path;
import java.util.function.LongConsumer;

/** Starts and kills browsers. Thread-safe. */
public interface SiteBrowsers {
  /** Whether a browser could start now. If not, another worker may take the job. */
  default boolean hasRoom() {
    return true;
  }

  /**
   * Starts a browser in its own process group; it keeps all files in the folder.
   *
   * @param account the browser's account; it always uses the same proxy
   * @param seed for pace and mouse paths, so that a run can be repeated
   * @param processGroup called before the browser opens a page; if it throws, the browser is killed
   */
  SiteBrowser start(Path folder, String account, long seed, LongConsumer processGroup);

  /**
   * Kills each process of this host that works in the folder, and waits until none is left.
   *
   * @throws IllegalStateException if some cannot be killed
   */
  void kill(Path folder);
}
