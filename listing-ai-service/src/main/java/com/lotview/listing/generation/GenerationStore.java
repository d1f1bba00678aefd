package com.lotview.listing.generation;

import com.lotview.listing.text.writing.WrittenListing;
import java.time.Duration;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Where wanted texts are kept. All but the claims run inside the caller's tenant transaction. */
public interface GenerationStore {

  /** Notes a wanted text. */
  Mono<Void> insertPending(Generation generation);

  /** Notes a text that was written at once. */
  Mono<Void> insertDone(Generation generation, WrittenListing listing);

  /** Keeps the text. True for the one who does; false if the generation was finished before. */
  Mono<Boolean> finish(UUID generationId, WrittenListing listing);

  /** Notes that no text can be written, and why. */
  Mono<Void> giveUp(UUID generationId, String reason);

  /**
   * Takes the oldest unclaimed wanted text of any dealership for a while; empty if there is none.
   * Its own transaction.
   */
  Mono<Generation> claim(Duration lease);

  /** Holds a claim for another while. Its own transaction. */
  Mono<Void> renew(UUID generationId, Duration lease);
}
