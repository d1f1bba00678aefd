package com.lotview.posting.metrics;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.metrics.AfterCommit;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Counts what happens to postings and jobs, once their transaction has committed. */
@Component
public class PostingMeters {
  private static final Set<String> CODES =
      Arrays.stream(ErrorCode.values()).map(Enum::name).collect(Collectors.toSet());
  private static final Duration[] OF_A_STATE = {
    Duration.ofSeconds(30),
    Duration.ofMinutes(2),
    Duration.ofMinutes(5),
    Duration.ofMinutes(15),
    Duration.ofHours(1),
    Duration.ofDays(1)
  };
  private static final Duration[] OF_A_BEGIN = {
    Duration.ofSeconds(1),
    Duration.ofSeconds(5),
    Duration.ofSeconds(30),
    Duration.ofMinutes(2),
    Duration.ofMinutes(10)
  };

  private final MeterRegistry meters;
  private final Counter liveAfterAll;

  PostingMeters(MeterRegistry meters) {
    this.meters = meters;
    // From the start on: Prometheus sees no increase in a counter that appears with its first
    // count.
    this.liveAfterAll =
        Counter.builder("lotview.postings.live.after.all")
            .description("Postings that ended without a listing, and whose listing was found live")
            .register(meters);
  }

  /** Postings were ordered and are in this state now. */
  public Mono<Void> ordered(String state, int postings) {
    return AfterCommit.count(() -> changes(state, null).increment(postings));
  }

  /**
   * A posting left a state.
   *
   * @param code why, if something went wrong
   * @param inFrom how long it was in the state that it left
   */
  public Mono<Void> moved(String from, String to, @Nullable String code, Duration inFrom) {
    return AfterCommit.count(() -> {
      changes(to, code).increment();
      Timer.builder("lotview.postings.state.time")
          .description("How long postings were in a state, by the state that came next")
          .tag("state", from)
          .tag("next", to)
          .serviceLevelObjectives(OF_A_STATE)
          .register(meters)
          .record(inFrom);
    });
  }

  private Counter changes(String state, @Nullable String code) {
    return Counter.builder("lotview.postings.changes")
        .description("Postings that reached a state, by the cause if something went wrong")
        .tag("state", state)
        .tag("cause", code == null ? "NONE" : CODES.contains(code) ? code : "OTHER")
        .register(meters);
  }

  /** A listing is live that the posting's state denies. */
  public Mono<Void> foundLive() {
    return AfterCommit.count(liveAfterAll::increment);
  }

  /** A worker began a job that waited in the fleet. */
  public Mono<Void> begun(String kind, Duration waited) {
    return AfterCommit.count(() ->
        Timer.builder("lotview.jobs.begin.delay")
            .description("From the handing over of a job to the fleet until a worker began it")
            .tag("kind", kind)
            .serviceLevelObjectives(OF_A_BEGIN)
            .register(meters)
            .record(waited));
  }
}
