package com.lotview.notification.event;

import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The event log of each dealership. */
public interface EventLog {

  /** Adds an entry in the running transaction of the dealership. */
  Mono<Void> append(UUID dealershipId, News news);

  /** Number of the newest entry; 0 if there never was one. Its own transaction. */
  Mono<Long> head(UUID dealershipId);

  /** The range of entries in the log. Its own transaction. */
  Mono<Span> span(UUID dealershipId);

  /** The entries after the given one, in order, at most {@code limit}. Its own transaction. */
  Flux<LoggedEvent> after(UUID dealershipId, long seq, int limit);

  /**
   * The range of entries in a log.
   *
   * @param first number of the oldest entry that is kept; one more than the head if there is none
   * @param head number of the newest entry; 0 if there never was one
   */
  record Span(long first, long head) {

    /** Whether everything after that entry is still there. */
    public boolean follows(long seq) {
      return seq + 1 >= first && seq <= head;
    }
  }
}
