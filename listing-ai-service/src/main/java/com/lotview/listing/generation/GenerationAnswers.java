package com.lotview.listing.generation;

import com.lotview.listing.text.writing.WrittenListing;
import reactor.core.publisher.Mono;

/** Publishes answers to requests for texts. */
public interface GenerationAnswers {

  /** Puts the answer into the outbox, in the running transaction. */
  Mono<Void> answer(Generation generation, WrittenListing listing);
}
