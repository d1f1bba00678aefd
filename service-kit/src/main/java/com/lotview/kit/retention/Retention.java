package com.lotview.kit.retention;

import com.lotview.kit.background.Poller;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Deletes, once an hour, what has been kept long enough. Each batch is a short transaction, so that
 * no request waits for its locks; what one hour does not manage, the next one does.
 */
public final class Retention extends Poller {
  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
  private static final Duration EVERY = Duration.ofHours(1);
  static final int BATCH = 500;
  static final int MAX_BATCHES = 400;

  private final List<Kept> kept;
  private final Clock clock;

  public Retention(List<Kept> kept, Clock clock) {
    super(EVERY, "Old rows");
    this.kept = List.copyOf(kept);
    this.clock = clock;
  }

  @Override
  protected Mono<Void> poll() {
    return sweep().then();
  }

  /** Deletes everything that is old now; a failure of one kind does not keep the others. */
  public Mono<Long> sweep() {
    return Mono.defer(() -> {
      Instant now = clock.instant();
      return Flux.concatDelayError(Flux.fromIterable(kept).map(one -> sweep(one, now)))
          .reduce(0L, Long::sum);
    });
  }

  private static Mono<Long> sweep(Kept one, Instant now) {
    Instant before = now.minus(one.age());
    return Mono.defer(() -> one.rows().delete(before, BATCH))
        .repeat(MAX_BATCHES - 1L)
        .takeUntil(deleted -> deleted < BATCH)
        .reduce(0L, Long::sum)
        .doOnNext(deleted -> {
          if (deleted > 0) {
            LOG.info("{}: deleted {} that are older than {}", one.what(), deleted, before);
          }
        });
  }
}
