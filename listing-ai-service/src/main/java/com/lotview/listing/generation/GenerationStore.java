package com.lotview.listing.generation;

import com.lotview.listing.text.writing.WrittenListing;
import java.time.Duration;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Stores wanted texts. All but the claims run inside the caller's tenant transaction. */
public interface GenerationStore {

  /** Stores a request for a text. */
  Mono<Void> insertPending(Generation generation);

  /** Stores a text that was written at once. */
  Mono<Void> insertDone(Generation generation, WrittenListing listing);

  /**
   * Stores the text. True for the caller that stores it; false if the generation was finished
   * before.
   */
  Mono<Boolean> finish(UUID generationId, WrittenListing listing);

  /** Stores that no text can be written, and why. */
  Mono<Void> giveUp(UUID generationId, String reason);

  /**
   * Claims the oldest unclaimed request of any dealership for a while; empty if there is none. Its
   * own transaction.
   */
  Mono<Generation> claim(Duration lease);

  /** Extends a claim. Its own transaction. */
  Mono<Void> renew(UUID generationId, Duration lease);
}
