package com.lotview.kit.events;

import java.util.UUID;
import reactor.core.publisher.Mono;

/**
 * The work of an event, and its dealership.
 *
 * @param work runs at each subscription; again after its transaction was rolled back
 */
public record Handling(UUID dealershipId, Mono<Void> work) {
  /**
   * Throws an {@link IllegalArgumentException} without a dealership: such an event counts as
   * unreadable.
   */
  public Handling {
    if (dealershipId == null) {
      throw new IllegalArgumentException("An event without a dealership");
    }
  }
}
