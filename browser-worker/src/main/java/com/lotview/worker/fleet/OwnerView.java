package com.lotview.worker.fleet;

import java.util.Optional;

/** A run's browser, shown to the account's owner. Thread-safe. */
public interface OwnerView extends AutoCloseable {

  /** How a view ends; names as the page knows them. */
  enum End {
    SIGNED_IN,
    FAILED,
    CANCELLED
  }

  /** Why the owner has stopped: left, gave up, or did nothing for long; empty while they work. */
  Optional<String> over();

  /** Ends it, and says so to whoever looks. */
  void end(End how, String sentence);

  /** Ends it, if it has not ended. The browser is left as it is. */
  @Override
  void close();
}
