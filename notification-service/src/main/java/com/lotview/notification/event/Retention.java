package com.lotview.notification.event;

import com.lotview.kit.background.Poller;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Deletes expired data, once an hour. */
public final class Retention extends Poller {
  private static final Duration EVERY = Duration.ofHours(1);

  private final List<Mono<Long>> deletions;

  public Retention(List<Mono<Long>> deletions) {
    super(EVERY, "What is old");
    this.deletions = List.copyOf(deletions);
  }

  @Override
  protected Mono<Void> poll() {
    return Flux.concatDelayError(Flux.fromIterable(deletions)).then();
  }
}
