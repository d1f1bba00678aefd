package com.lotview.kit.events;

import java.util.UUID;
import reactor.core.publisher.Mono;

/**
 * What an event has to do, and for which dealership.
 *
 * @param work done when it is subscribed to, and again when its transaction was rolled back
 */
public record Handling(UUID dealershipId, Mono<Void> work) {
  /**
   * Throws an {@link IllegalArgumentException} without a dealership: bodies are read as they come,
   * and an event that belongs to nobody is as good as one that cannot be read.
   */
  public Handling {
    if (dealershipId == null) {
      throw new IllegalArgumentException("An event without a dealership");
    }
  }
}
