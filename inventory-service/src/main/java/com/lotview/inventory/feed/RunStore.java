package com.lotview.inventory.feed;

import com.lotview.inventory.feed.Feed.Content;
import com.lotview.inventory.feed.FeedRun.State;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Runs of feeds at rest. Every call runs in a transaction of a dealership, except {@link #claim}
 * and {@link #imported}; {@link #begin} runs in either.
 */
public interface RunStore {
  /** Adds a run; false if the feed has an open one, or one for this due time. */
  Mono<Boolean> begin(FeedRun run);

  /**
   * Takes a run that is to be fetched, or whose fetcher went away; in a transaction across
   * dealerships. Empty if there is none.
   */
  Mono<FeedRun> claim(Duration lease);

  /** Keeps the run; false if another process has it, or it is over. */
  Mono<Boolean> extend(FeedRun run, Duration lease);

  /** Notes that the import has the file; false as {@link #extend}. */
  Mono<Boolean> importing(FeedRun run, long bytes, Content content);

  /** Ends a run; false if it is over, or another process has it. */
  Mono<Boolean> end(
      FeedRun run, State state, @Nullable String reason, @Nullable Difference difference);

  /** Runs whose import is over; in a transaction across dealerships. */
  Flux<FeedRun> imported(int most);

  /** The open run of a feed; empty if there is none. */
  Mono<FeedRun> open(UUID feedId);

  /** Notes that a person has accepted a held run. */
  Mono<Void> accepted(UUID runId);

  /** Columns about which an import made a remark. */
  Mono<Said> said(UUID importId);

  Mono<FeedRun> find(UUID feedId, UUID id);

  /**
   * Runs, newest first.
   *
   * @param before only older ones than this; null: from the newest on
   */
  Flux<FeedRun> list(UUID feedId, @Nullable UUID before, int limit);
}
