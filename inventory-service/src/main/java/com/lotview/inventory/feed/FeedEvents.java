package com.lotview.inventory.feed;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Publishes that a feed has a problem, or has recovered. */
public interface FeedEvents {
  /**
   * In the running transaction.
   *
   * @param run that showed it; null: no file came
   */
  Mono<Void> health(Feed feed, @Nullable FeedRun run, String reason);
}
