package com.lotview.kit.metrics;

import com.lotview.contracts.Topics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Counts what becomes of the events that a service reads. */
public final class EventMeters {
  private static final Duration[] BUCKETS = {
    Duration.ofSeconds(1),
    Duration.ofSeconds(5),
    Duration.ofSeconds(30),
    Duration.ofMinutes(1),
    Duration.ofMinutes(5)
  };

  private final MeterRegistry meters;
  private final Clock clock;

  public EventMeters(MeterRegistry meters, Clock clock) {
    this.meters = meters;
    this.clock = clock;
    // Prometheus sees no increase in a counter that appears with its first count.
    Topics.ALL.forEach(this::deadLetters);
  }

  /**
   * An event was handled.
   *
   * @param happened when the event was written in the service that it comes from
   */
  public void handled(String consumer, Instant happened) {
    Timer.builder("lotview.inbox.delay")
        .description("From the commit of an event in its service until it was handled here")
        .tag("consumer", consumer)
        .serviceLevelObjectives(BUCKETS)
        .register(meters)
        .record(Duration.between(happened, clock.instant()));
  }

  /** Events came again that had been handled before. */
  public void repeated(String consumer, int events) {
    Counter.builder("lotview.inbox.repeats")
        .description("Events that came again and were dropped")
        .tag("consumer", consumer)
        .register(meters)
        .increment(events);
  }

  /** A record was given up. */
  public void deadLetter(String topic) {
    deadLetters(topic).increment();
  }

  private Counter deadLetters(String topic) {
    return Counter.builder("lotview.dead.letters")
        .description("Records that could not be handled, now in the dead letter topic")
        .tag("topic", topic)
        .register(meters);
  }
}
