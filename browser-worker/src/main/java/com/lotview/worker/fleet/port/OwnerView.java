package com.lotview.worker.fleet.port;

import java.time.Duration;
import java.util.Optional;

/** A run's browser, shown to the account's owner. Thread-safe. */
public interface OwnerView extends AutoCloseable {

  /** How a view ends; names as the page knows them. */
  enum End {
    SIGNED_IN,
    FAILED,
    CANCELLED
  }

  /**
   * Why the owner has stopped: left, gave up, or did nothing for long; empty while they work.
   *
   * @param alone how long nobody need look
   */
  Optional<String> over(Duration alone);

  /** The same, with the time that a person needs to come back. */
  Optional<String> over();

  /** Ends it, and says so to whoever looks. */
  void end(End how, String sentence);

  /** Ends it, if it has not ended. The browser is left as it is. */
  @Override
  void close();
}
