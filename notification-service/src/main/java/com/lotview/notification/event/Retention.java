package com.lotview.notification.event;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Forgets old entries of the log, once an hour. */
public final class Retention implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
  private static final Duration EVERY = Duration.ofHours(1);

  private final EventLog log;
  private final Duration age;
  private @Nullable Disposable running;

  public Retention(EventLog log, Duration age) {
    this.log = log;
    this.age = age;
  }

  @Override
  public void start() {
    running =
        Flux.interval(Duration.ofMinutes(1), EVERY)
            .onBackpressureDrop()
            .concatMap(tick -> clean())
            .subscribe();
  }

  private Mono<Long> clean() {
    return log.deleteOlderThan(age)
        .onErrorResume(error -> {
          LOG.warn("Old events stay for another hour: {}", error.toString());
          return Mono.just(0L);
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
