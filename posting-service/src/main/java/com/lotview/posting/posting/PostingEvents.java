package com.lotview.posting.posting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Tells other services of postings, in the running transaction. */
public interface PostingEvents {

  /** The posting was ordered and its text is wanted: QUEUED, the request, GENERATING. */
  Mono<Void> ordered(Posting posting);

  /** The posting reached its state and stays there, until somebody does something. */
  default Mono<Void> changed(Posting posting) {
    return changed(posting, null);
  }

  /**
   * The posting reached its state.
   *
   * @param retryAt the attempt failed and there will be another one then
   */
  Mono<Void> changed(Posting posting, @Nullable Instant retryAt);

  /** A worker is to run the posting's attempt now. */
  Mono<Void> requested(Posting posting);
}
