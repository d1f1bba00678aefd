package com.lotview.worker.fleet.port;

import java.net.URI;
import java.time.Duration;
import java.util.UUID;

/** Opens live views for the owners of accounts. */
public interface OwnerViews {
  /**
   * Opens the view of a page for that sign-in.
   *
   * @param page see {@link OwnerBrowser#pageSocket()}
   */
  OwnerView show(UUID signInId, URI page);

  /** How long a job waits for its owner; zero means not at all. */
  Duration ownerTimeout();
}
