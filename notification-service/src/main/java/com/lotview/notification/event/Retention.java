package com.lotview.notification.event;

import com.lotview.kit.background.Poller;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** Deletes old entries of the event log, once an hour. */
public final class Retention extends Poller {
  private static final Duration EVERY = Duration.ofHours(1);

  private final EventLog log;
  private final Duration age;

  public Retention(EventLog log, Duration age) {
    super(EVERY, "Old events");
    this.log = log;
    this.age = age;
  }

  @Override
  protected Mono<Void> poll() {
    return log.deleteOlderThan(age).then();
  }
}
