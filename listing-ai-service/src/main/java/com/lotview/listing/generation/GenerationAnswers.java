package com.lotview.listing.generation;

import com.lotview.listing.text.writing.WrittenListing;
import reactor.core.publisher.Mono;

/** Tells those who wait for a text. */
public interface GenerationAnswers {

  /** Leaves the answer in the running transaction. */
  Mono<Void> answer(Generation generation, WrittenListing listing);
}
