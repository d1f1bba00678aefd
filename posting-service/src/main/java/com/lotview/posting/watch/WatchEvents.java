package com.lotview.posting.watch;

import com.lotview.posting.dispatch.ListingSurvey;
import com.lotview.posting.posting.model.Posting;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/** Publishes events about looks to other services, in the running transaction. */
public interface WatchEvents {

  /** The look as its event describes it to workers. */
  Object order(AccountWatch look, List<Posting> listings);

  /** A worker is to look. */
  Mono<Void> requested(AccountWatch look, List<Posting> listings);

  /**
   * A look found the posting's listing in another state than known.
   *
   * @param message that dealers read
   */
  Mono<Void> found(
      Posting posting, Finding finding, String message, ListingSurvey.Seen seen, Instant at);
}
