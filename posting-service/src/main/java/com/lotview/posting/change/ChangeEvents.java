package com.lotview.posting.change;

import com.lotview.posting.posting.model.Posting;
import reactor.core.publisher.Mono;

/** Publishes events about changes to other services, in the running transaction. */
public interface ChangeEvents {

  /** A worker is to run the change's attempt now. */
  Mono<Void> requested(ListingChange change, Posting posting);

  /** The change reached its state. */
  Mono<Void> changed(ListingChange change, Posting posting);

  /** Removals are held until a manager decides. */
  Mono<Void> held(RemovalHold hold);
}
