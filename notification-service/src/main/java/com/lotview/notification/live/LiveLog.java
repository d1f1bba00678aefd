package com.lotview.notification.live;

import com.lotview.notification.event.EventLog;
import com.lotview.notification.event.LoggedEvent;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Follows the logs of dealerships. All followers of one dealership share its {@link
 * DealershipFeed}, which reads each new entry once; a follower that lags behind reads from the log
 * at its own pace, so nothing is buffered for it. Thread-safe.
 */
public final class LiveLog {
  private static final int PAGE = 200;

  private final EventLog log;
  private final Wakes wakes;
  private final Duration pollInterval;
  private final ConcurrentHashMap<UUID, DealershipFeed> feeds = new ConcurrentHashMap<>();

  /**
   * @param pollInterval how often a feed polls when nothing wakes it
   */
  public LiveLog(EventLog log, Wakes wakes, Duration pollInterval) {
    this.log = log;
    this.wakes = wakes;
    this.pollInterval = pollInterval;
  }

  /**
   * Every entry after the given one, in order, without gap or repeat; never ends. If some of them
   * are no longer kept, or the log does not know the given one (a backup was restored), begins with
   * {@link LoggedEvent#resync} instead and continues with new entries.
   *
   * @param after the last entry that the follower has
   */
  public Flux<LoggedEvent> follow(UUID dealershipId, long after) {
    return Flux.usingWhen(
        Mono.fromSupplier(() -> join(dealershipId)),
        feed ->
            log.span(dealershipId).flatMapMany(span -> entries(dealershipId, feed, after, span)),
        feed -> Mono.fromRunnable(() -> leave(dealershipId)));
  }

  /** The number of the newest entry: who follows after it begins with the next one. */
  public Mono<Long> newest(UUID dealershipId) {
    return log.head(dealershipId);
  }

  private Flux<LoggedEvent> entries(
      UUID dealershipId, DealershipFeed feed, long after, EventLog.Span span) {
    return span.follows(after)
        ? entries(dealershipId, feed, after)
        : entries(dealershipId, feed, span.head()).startWith(LoggedEvent.resync(span.head()));
  }

  private Flux<LoggedEvent> entries(UUID dealershipId, DealershipFeed feed, long start) {
    AtomicLong last = new AtomicLong(start);
    return feed.heads()
        .onBackpressureLatest()
        .concatMap(head -> upTo(dealershipId, feed, last, head), 1);
  }

  private Flux<LoggedEvent> upTo(
      UUID dealershipId, DealershipFeed feed, AtomicLong last, long head) {
    if (last.get() >= head) {
      return Flux.empty();
    }
    // Everything up to the head is committed: missing entries were deleted as too old.
    return Flux.defer(() -> next(dealershipId, feed, last.get()))
        .doOnNext(entry -> last.set(entry.seq()))
        .switchIfEmpty(Flux.defer(() -> skipTo(last, head)))
        .repeat(() -> last.get() < head);
  }

  private static Flux<LoggedEvent> skipTo(AtomicLong last, long head) {
    last.set(head);
    return Flux.empty();
  }

  private Flux<LoggedEvent> next(UUID dealershipId, DealershipFeed feed, long after) {
    return feed.recentAfter(after)
        .map(Flux::fromIterable)
        .orElseGet(() -> log.after(dealershipId, after, PAGE));
  }

  private DealershipFeed join(UUID dealershipId) {
    return java.util.Objects.requireNonNull(
        feeds.compute(
            dealershipId,
            (id, feed) ->
                (feed == null ? new DealershipFeed(id, log, wakes, pollInterval) : feed).joined()));
  }

  private void leave(UUID dealershipId) {
    feeds.computeIfPresent(dealershipId, (id, feed) -> feed.left() ? null : feed);
  }

  /** The number of dealerships with followers. */
  public int followed() {
    return feeds.size();
  }
}
