package com.lotview.notification.live;

import java.util.Optional;
import java.util.UUID;
import reactor.core.publisher.Flux;

/** Hints that a log has grown. Hints may be lost: followers poll too. */
public interface Wakes {

  /** The dealership whose log grew; empty when it is unknown which ones did. Hot. */
  Flux<Optional<UUID>> wakes();
}
