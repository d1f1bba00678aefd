package com.lotview.posting.dispatch.handover;

import reactor.core.publisher.Mono;

/** A fleet that accepts every job. */
public final class LargeFleet {
  private LargeFleet() {}

  /** Unlimited room. */
  static Handover handover() {
    Handover handover = new Handover(() -> Mono.just(Integer.MAX_VALUE));
    // Done when it returns; a dispatcher may be made in a thread that must not block.
    handover.measure().subscribe();
    return handover;
  }
}
