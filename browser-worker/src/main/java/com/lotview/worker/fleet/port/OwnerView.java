package com.lotview.worker.fleet.port;

import java.time.Duration;
import java.util.Optional;

/** A live view of a run's browser for the account's owner. Thread-safe. */
public interface OwnerView extends AutoCloseable {

  /** How a view ends; names as in the page's protocol. */
  enum End {
    SIGNED_IN,
    FAILED,
    CANCELLED
  }

  /**
   * Why the owner stopped: they left, gave up or were idle; empty while they work.
   *
   * @param alone how long the view may have no viewer
   */
  Optional<String> over(Duration alone);

  /** The same, with the time that an owner has to come back. */
  Optional<String> over();

  /** Ends the view with a sentence for the viewer. */
  void end(End how, String sentence);

  /** Ends the view unless it has ended. The browser stays open. */
  @Override
  void close();
}
