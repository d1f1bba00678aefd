package com.lotview.posting.posting;

import com.lotview.posting.wiring.PostingProperties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lets the watch look regularly; one look at a time. What is due is in the database only. */
@Component
class WatchLoop implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(WatchLoop.class);

  private final Watch watch;
  private final PostingProperties properties;
  private volatile @Nullable Disposable running;

  WatchLoop(Watch watch, PostingProperties properties) {
    this.watch = watch;
    this.properties = properties;
  }

  @Override
  public void start() {
    running =
        Flux.interval(properties.watchLook())
            .onBackpressureDrop()
            .concatMap(tick -> look(), 0)
            .subscribe();
  }

  private Mono<Void> look() {
    return watch
        .look()
        .onErrorResume(error -> {
          LOG.warn("Overdue postings wait for the next look: {}", error.toString());
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
