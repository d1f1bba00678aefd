package com.lotview.notification.live;

import com.lotview.notification.event.EventLog;
import com.lotview.notification.event.LoggedEvent;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The newest entries of one dealership's log, read once for all its followers. Reads while it has
 * followers: when woken, and at intervals. Thread-safe.
 */
final class DealershipFeed {
  private static final Logger LOG = LoggerFactory.getLogger(DealershipFeed.class);
  private static final int KEPT = 512;
  private static final int PAGE = 200;
  private static final long UNKNOWN = -1;

  private final UUID dealershipId;
  private final EventLog log;
  private final Flux<Long> heads;
  private final Deque<LoggedEvent> recent = new ArrayDeque<>();
  private long head = UNKNOWN;
  private int followers;

  DealershipFeed(UUID dealershipId, EventLog log, Wakes wakes, Duration pollInterval) {
    this.dealershipId = dealershipId;
    this.log = log;
    this.heads =
        Flux.merge(
                wakes.wakes().filter(this::concerns).map(wake -> 0L),
                Flux.interval(Duration.ZERO, pollInterval).onBackpressureDrop())
            .onBackpressureLatest()
            .concatMap(wake -> read(), 1)
            .replay(1)
            .refCount(1);
  }

  private boolean concerns(Optional<UUID> wake) {
    return wake.isEmpty() || wake.get().equals(dealershipId);
  }

  /** The number of the newest entry: the last known one at once, then after each poll. */
  Flux<Long> heads() {
    return heads;
  }

  private Mono<Long> read() {
    Mono<Long> reading = Mono.defer(() -> known() == UNKNOWN ? begin() : more());
    return reading.onErrorResume(error -> {
      LOG.warn("The event log cannot be read for now: {}", error.toString());
      return Mono.empty();
    });
  }

  private Mono<Long> begin() {
    return log.head(dealershipId).doOnNext(this::begunAt);
  }

  private Mono<Long> more() {
    return page()
        .expand(size -> size == PAGE ? page() : Mono.empty())
        .then(Mono.fromSupplier(this::known));
  }

  private Mono<Integer> page() {
    return Mono.defer(() -> log.after(dealershipId, known(), PAGE).collectList())
        .map(entries -> {
          add(entries);
          return entries.size();
        });
  }

  private synchronized void begunAt(long first) {
    head = first;
  }

  private synchronized long known() {
    return head;
  }

  private synchronized void add(List<LoggedEvent> entries) {
    for (LoggedEvent entry : entries) {
      recent.addLast(entry);
      head = entry.seq();
    }
    while (recent.size() > KEPT) {
      recent.removeFirst();
    }
  }

  /** The entries after the given one, if all of them are still here. */
  synchronized Optional<List<LoggedEvent>> recentAfter(long seq) {
    if (head != UNKNOWN && seq >= head) {
      return Optional.of(List.of());
    }
    if (recent.isEmpty() || recent.getFirst().seq() > seq + 1) {
      return Optional.empty();
    }
    List<LoggedEvent> found = new ArrayList<>();
    for (Iterator<LoggedEvent> newest = recent.descendingIterator(); newest.hasNext(); ) {
      LoggedEvent entry = newest.next();
      if (entry.seq() <= seq) {
        break;
      }
      found.add(entry);
    }
    Collections.reverse(found);
    return Optional.of(found);
  }

  synchronized DealershipFeed joined() {
    followers++;
    return this;
  }

  /** True if that was the last follower. */
  synchronized boolean left() {
    followers--;
    return followers == 0;
  }
}
