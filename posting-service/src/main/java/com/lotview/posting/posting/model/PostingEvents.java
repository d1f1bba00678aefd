package com.lotview.posting.posting.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Publishes events about postings to other services, in the running transaction. */
public interface PostingEvents {

  /**
   * The postings were ordered: QUEUED, then GENERATING with the request for a text that lacks, or
   * AWAITING_APPROVAL.
   */
  Mono<Void> ordered(List<Posting> postings);

  /** The posting's text is wanted once more. */
  Mono<Void> textWanted(Posting posting);

  /** The posting reached its state and stays there until someone acts. */
  default Mono<Void> changed(Posting posting) {
    return changed(posting, null);
  }

  /**
   * The posting reached its state.
   *
   * @param retryAt the attempt failed and there will be another one then
   */
  Mono<Void> changed(Posting posting, @Nullable Instant retryAt);

  /** A person changed what was ordered; the posting's state stays. */
  Mono<Void> reordered(Posting posting);

  /** The attempt as its event describes it to workers, with the posting's present content. */
  Object order(Posting posting);

  /** A worker is to run the posting's attempt as soon as a browser is free. */
  Mono<Void> requested(Posting posting);
}
