package com.lotview.inventory.feed.messaging;

import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Topics;
import com.lotview.inventory.feed.Feed;
import com.lotview.inventory.feed.FeedEvents;
import com.lotview.inventory.feed.FeedRun;
import com.lotview.inventory.feed.Health;
import com.lotview.kit.outbox.Outbox;
import com.lotview.kit.outbox.OutboxEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Leaves {@code stockfeed.state}, keyed by feed, in the outbox. */
@Component
class OutboxFeedEvents implements FeedEvents {
  private final Outbox outbox;
  private final Clock clock;

  OutboxFeedEvents(Outbox outbox, Clock clock) {
    this.outbox = outbox;
    this.clock = clock;
  }

  @Override
  public Mono<Void> health(Feed feed, @Nullable FeedRun run, String reason) {
    return outbox.append(
        new OutboxEvent(
            Topics.VEHICLE_CHANGED,
            feed.id().toString(),
            EventTypes.STOCK_FEED_STATE,
            StockFeedState.of(feed, run, reason, clock.instant())));
  }

  /** The body, version 1. */
  record StockFeedState(
      UUID feedId,
      UUID dealershipId,
      String name,
      String state,
      @Nullable UUID runId,
      String reason,
      Instant at) {

    static StockFeedState of(Feed feed, @Nullable FeedRun run, String reason, Instant at) {
      Health.Alarm alarm = feed.health().alarm();
      return new StockFeedState(
          feed.id(),
          feed.dealershipId(),
          feed.name(),
          alarm == null ? "WELL" : alarm.name(),
          run == null ? null : run.id(),
          reason,
          at);
    }
  }
}
