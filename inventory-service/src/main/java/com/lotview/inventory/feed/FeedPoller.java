package com.lotview.inventory.feed;

import com.lotview.inventory.feed.FeedRun.Cause;
import com.lotview.kit.background.Poller;
import com.lotview.kit.tenant.TenantTransactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Begins the runs of feeds that are due, and ends those whose import is over. Several processes may
 * poll at once: a due feed is locked, and its run is stored in the transaction that moves its due
 * time.
 */
@Component
class FeedPoller extends Poller {
  private static final int BATCH_SIZE = 50;
  private static final Duration LOOK_AT_FOLDER = Duration.ofMinutes(1);

  private final FeedStore feeds;
  private final RunStore runs;
  private final DropFolders drops;
  private final SettleRun settle;
  private final TenantTransactions transactions;
  private final Clock clock;

  FeedPoller(
      FeedStore feeds,
      RunStore runs,
      DropFolders drops,
      SettleRun settle,
      TenantTransactions transactions,
      FeedProperties properties,
      Clock clock) {
    super(properties.pollInterval(), "Feeds");
    this.feeds = feeds;
    this.runs = runs;
    this.drops = drops;
    this.settle = settle;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  protected Mono<Void> poll() {
    return beginDue().then(settleImported());
  }

  private Mono<Void> beginDue() {
    return Mono.defer(() -> {
      Instant now = clock.instant();
      Mono<List<Feed>> without =
          feeds
              .due(now, BATCH_SIZE)
              .collectList()
              .flatMapMany(Flux::fromIterable)
              .concatMap(feed -> begin(feed, now))
              .collectList();
      return transactions
          .inSystem(without)
          .flatMapMany(Flux::fromIterable)
          .concatMap(settle::nothingCame)
          .then();
    });
  }

  // The feed, if nothing has come for it.
  private Mono<Feed> begin(Feed feed, Instant now) {
    if (!feed.isDrop()) {
      return begin(feed)
          .then(feeds.moveOn(feed.id(), feed.schedule().next(now), null))
          .then(Mono.empty());
    }
    // Files may come at any time; the schedule only determines when they are late.
    Instant next = now.plus(LOOK_AT_FOLDER);
    return drops
        .newest(feed.dealershipId())
        .filter(version -> !version.equals(feed.dropped()))
        .flatMap(
            version -> begin(feed).then(feeds.moveOn(feed.id(), next, version)).thenReturn(true))
        .switchIfEmpty(
            Mono.defer(() -> feeds.moveOn(feed.id(), next, feed.dropped()).thenReturn(false)))
        .flatMap(begun -> begun ? Mono.empty() : Mono.just(feed));
  }

  private Mono<Boolean> begin(Feed feed) {
    return runs.begin(FeedRun.begun(feed, feed.userId(), Cause.SCHEDULE, feed.nextAt(), 0));
  }

  private Mono<Void> settleImported() {
    return transactions
        .inSystemMany(runs.imported(BATCH_SIZE))
        .collectList()
        .flatMapMany(Flux::fromIterable)
        .concatMap(settle::imported)
        .then();
  }
}
