package com.lotview.notification.event;

import java.time.Duration;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The log of what each dealership was told. */
public interface EventLog {

  /** Adds an entry in the running transaction of the dealership. */
  Mono<Void> append(UUID dealershipId, News news);

  /** Number of the newest entry; 0 if there never was one. Its own transaction. */
  Mono<Long> head(UUID dealershipId);

  /** The entries after the given one, in order, at most {@code limit}. Its own transaction. */
  Flux<LoggedEvent> after(UUID dealershipId, long seq, int limit);

  /** Deletes what is older; gives the number of entries deleted. */
  Mono<Long> deleteOlderThan(Duration age);
}
