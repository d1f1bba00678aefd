package com.lotview.kit.background;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Looks regularly for what is due; one look at a time, and one that fails is made up for by the
 * next. What is due is kept in the database only.
 */
public abstract class RepeatedLook extends BackgroundFlow {
  private final Logger log = LoggerFactory.getLogger(getClass());
  private final Duration every;
  private final String waits;

  /**
   * @param every from look to look; a look that takes longer swallows those that fall into it
   * @param waits who waits when a look fails, for the log, as "Overdue postings"
   */
  protected RepeatedLook(Duration every, String waits) {
    this.every = every;
    this.waits = waits;
  }

  /** One look. */
  protected abstract Mono<Void> look();

  @Override
  protected final Flux<?> flow() {
    return Flux.interval(every).onBackpressureDrop().concatMap(tick -> guarded(), 0);
  }

  private Mono<Void> guarded() {
    return Mono.defer(this::look)
        .onErrorResume(error -> {
          log.warn("{} wait for the next look: {}", waits, error.toString());
          return Mono.empty();
        });
  }
}
