package com.lotview.posting.dispatch;

import com.lotview.posting.wiring.PostingProperties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lets the dispatcher look whenever it is woken, and regularly; one look at a time. */
@Component
class DispatchLoop implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(DispatchLoop.class);

  private final Dispatcher dispatcher;
  private final DispatchSignal signal;
  private final PostingProperties properties;
  private volatile @Nullable Disposable running;

  DispatchLoop(Dispatcher dispatcher, DispatchSignal signal, PostingProperties properties) {
    this.dispatcher = dispatcher;
    this.signal = signal;
    this.properties = properties;
  }

  @Override
  public void start() {
    running =
        Flux.merge(
                signal.wakes(), Flux.interval(properties.dispatchLook()).map(tick -> Boolean.TRUE))
            .onBackpressureLatest()
            .concatMap(wake -> look(), 0)
            .subscribe();
  }

  private Mono<Void> look() {
    return dispatcher
        .look()
        .onErrorResume(error -> {
          LOG.warn("Postings wait for the next look: {}", error.toString());
          return Mono.empty();
        });
  }

  @Override
  public void stop() {
    Disposable current = running;
    if (current != null) {
      current.dispose();
    }
    running = null;
  }

  @Override
  public boolean isRunning() {
    return running != null;
  }
}
