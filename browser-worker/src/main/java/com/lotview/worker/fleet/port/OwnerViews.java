package com.lotview.worker.fleet.port;

import java.net.URI;
import java.time.Duration;
import java.util.UUID;

/** Shows browsers to the owners of accounts. */
public interface OwnerViews {
  /**
   * Shows a page from now on to whoever comes for that sign-in.
   *
   * @param page see {@link OwnerBrowser#pageSocket()}
   */
  OwnerView show(UUID signInId, URI page);

  /** How long a job waits for its owner to come; zero: not at all. */
  Duration ownerTimeout();
}
