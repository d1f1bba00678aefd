package com.lotview.inventory.feed;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Tells that a feed is in trouble, or is well again. */
public interface FeedEvents {
  /**
   * In the running transaction.
   *
   * @param run that showed it; null: that none came
   */
  Mono<Void> health(Feed feed, @Nullable FeedRun run, String reason);
}
