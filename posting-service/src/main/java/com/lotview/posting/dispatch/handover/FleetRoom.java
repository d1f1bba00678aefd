package com.lotview.posting.dispatch.handover;

import reactor.core.publisher.Mono;

/** What the fleet can take. */
public interface FleetRoom {

  /** How many more jobs can be handed over now; not negative, 0 while the fleet is away. */
  Mono<Integer> jobs();
}
