package com.lotview.inventory.feed;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Feeds at rest. Every call runs in a transaction of a dealership, except {@link #due} and {@link
 * #moveOn}, which run across dealerships.
 */
public interface FeedStore {
  /** All, oldest first. */
  Flux<Feed> list();

  Mono<Feed> find(UUID id);

  /** The feed, locked until the transaction ends. */
  Mono<Feed> lock(UUID id);

  /** Adds one; false if the dealership has its one feed of the drop folder already. */
  Mono<Boolean> add(Feed feed);

  /** Replaces the whole feed, with everything known about it. */
  Mono<Void> update(Feed feed);

  /** Removes one with its runs; empty if there is none. */
  Mono<UUID> remove(UUID id);

  /** Active feeds that are due and have no open run, locked; others' locked ones are left out. */
  Flux<Feed> due(Instant now, int most);

  /** Notes when the feed is due next, and which file of the drop folder was taken. */
  Mono<Void> moveOn(UUID id, Instant nextAt, @Nullable String dropped);
}
