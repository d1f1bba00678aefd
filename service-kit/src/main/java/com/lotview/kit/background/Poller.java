package com.lotview.kit.background;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Polls for due work at a fixed interval, one poll at a time. A failed poll is logged; the next one
 * makes up for it, because due work is in the database only.
 */
public abstract class Poller extends BackgroundFlow {
  private final Logger log = LoggerFactory.getLogger(getClass());
  private final Duration interval;
  private final String work;

  /**
   * @param interval from poll to poll; ticks during a longer poll are dropped
   * @param work what waits when a poll fails, for the log, as "Overdue postings"
   */
  protected Poller(Duration interval, String work) {
    this.interval = interval;
    this.work = work;
  }

  /** One poll. */
  protected abstract Mono<Void> poll();

  @Override
  protected final Flux<?> flow() {
    return Flux.interval(interval).onBackpressureDrop().concatMap(tick -> guarded(), 0);
  }

  private Mono<Void> guarded() {
    return Mono.defer(this::poll)
        .onErrorResume(error -> {
          log.warn("{} wait for the next poll: {}", work, error.toString());
          return Mono.empty();
        });
  }
}
