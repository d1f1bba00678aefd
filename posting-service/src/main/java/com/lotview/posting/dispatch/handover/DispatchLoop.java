package com.lotview.posting.dispatch.handover;

import com.lotview.kit.background.BackgroundFlow;
import com.lotview.posting.dispatch.AccountRef;
import com.lotview.posting.dispatch.DispatchSignal;
import com.lotview.posting.wiring.PostingProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.BufferOverflowStrategy;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Drives the dispatcher: straight to an account that a commit named, and regularly over all that
 * are due. Only a few named accounts wait here; when more come, as when a dealership orders
 * hundreds at once, the polls serve them, which are fair between dealerships.
 */
@Component
class DispatchLoop extends BackgroundFlow {
  private static final Logger LOG = LoggerFactory.getLogger(DispatchLoop.class);
  private static final int NAMED_AT_ONCE = 4;
  private static final int NAMED_WAITING = 16;

  private final Dispatcher dispatcher;
  private final DispatchSignal signal;
  private final PostingProperties properties;

  DispatchLoop(Dispatcher dispatcher, DispatchSignal signal, PostingProperties properties) {
    this.dispatcher = dispatcher;
    this.signal = signal;
    this.properties = properties;
  }

  @Override
  protected Flux<?> flow() {
    Sinks.Many<AccountRef> tooMany = Sinks.many().multicast().directBestEffort();
    Flux<Boolean> turns =
        signal
            .wakes()
            .onBackpressureBuffer(
                NAMED_WAITING, tooMany::tryEmitNext, BufferOverflowStrategy.DROP_LATEST)
            .flatMap(dispatcher::turnAtOnce, NAMED_AT_ONCE);
    Flux<Boolean> polls =
        Flux.merge(
                tooMany.asFlux().map(account -> true),
                signal.polls(),
                Flux.interval(properties.dispatchPollInterval()).map(tick -> true))
            .onBackpressureLatest()
            .concatMap(wake -> poll(), 0);
    return Flux.merge(polls, turns);
  }

  private Mono<Boolean> poll() {
    return dispatcher
        .poll()
        .thenReturn(true)
        .onErrorResume(error -> {
          LOG.warn("Jobs wait for the next poll: {}", error.toString());
          return Mono.empty();
        });
  }
}
