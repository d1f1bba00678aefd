package com.lotview.listing.generation;

import com.lotview.kit.background.BackgroundFlow;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Have stored requests written, a few at a time. A claim is held by renewing it: if a process dies,
 * its requests are free again after {@link #LEASE}, and any instance can take them.
 */
public final class GenerationWorkers extends BackgroundFlow {
  private static final Logger LOG = LoggerFactory.getLogger(GenerationWorkers.class);

  /** How long the claim of a dead process holds. */
  static final Duration LEASE = Duration.ofSeconds(20);

  private static final Duration RENEW = Duration.ofSeconds(5);
  private static final Duration POLL_INTERVAL = Duration.ofSeconds(2);

  private final GenerationStore store;
  private final GenerationService service;
  private final int workers;
  private final Sinks.Many<Boolean> wakes = Sinks.many().multicast().directBestEffort();

  /**
   * @param workers texts that are written at the same time by this process
   */
  public GenerationWorkers(GenerationStore store, GenerationService service, int workers) {
    this.store = store;
    this.service = service;
    this.workers = workers;
  }

  /** Signals that a request was stored. Only a hint: the next poll finds what was missed. */
  public synchronized void wake() {
    wakes.tryEmitNext(Boolean.TRUE);
  }

  @Override
  protected Flux<?> flow() {
    // If texts are written at once, no request is ever pending.
    return service.immediate()
        ? Flux.never()
        : Flux.range(0, workers).flatMap(worker -> work(), workers);
  }

  private Flux<Boolean> work() {
    return Flux.merge(
            wakes.asFlux(),
            Flux.interval(Duration.ZERO, POLL_INTERVAL)
                .map(tick -> Boolean.TRUE)
                .onBackpressureDrop())
        .onBackpressureLatest()
        .concatMap(wake -> oneAfterTheOther(), 1);
  }

  private Mono<Boolean> oneAfterTheOther() {
    return one().expand(found -> found ? one() : Mono.empty()).last(false);
  }

  /** Writes one text. True if there was one. */
  private Mono<Boolean> one() {
    return store
        .claim(LEASE)
        .flatMap(generation -> holding(generation).thenReturn(true))
        .defaultIfEmpty(false)
        .onErrorResume(error -> {
          LOG.warn("A text stays pending for now: {}", error.toString());
          return Mono.just(false);
        });
  }

  private Mono<Void> holding(Generation generation) {
    Mono<Void> renewals =
        Flux.interval(RENEW)
            .onBackpressureDrop()
            .concatMap(tick -> store.renew(generation.id(), LEASE))
            .then();
    return Mono.firstWithSignal(service.complete(generation), renewals);
  }
}
