package com.lotview.kit.guard;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.StateTransition;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.reactor.bulkhead.operator.BulkheadOperator;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Protects this process from one external target. When half of the last calls failed, it refuses
 * calls at once; after each pause a few trial calls find out whether the target is back. It also
 * limits how many calls wait for the target at the same time. Sets no deadline and does not retry:
 * each call has its own deadline. Thread-safe.
 */
public final class Guard {
  private static final Logger LOG = LoggerFactory.getLogger(Guard.class);
  private static final int HALF = 50;
  private static final int TRIES = 2;

  private final String target;
  private final CircuitBreaker breaker;
  private final Bulkhead bulkhead;

  /**
   * When to refuse.
   *
   * @param atOnce most calls that wait at the same time
   * @param calls how many of the last calls are looked at; fewer refuse nothing
   * @param pause from the refusal to the next tries
   */
  public record Limits(int atOnce, int calls, Duration pause) {
    /** For calls from service to service. */
    public static final Limits OF_SERVICES = new Limits(100, 20, Duration.ofSeconds(2));
  }

  /**
   * @param target its name, for errors and the log
   * @param failure which errors say that the target fails or hangs; a refusal of one call does not
   */
  public Guard(String target, Limits limits, Predicate<Throwable> failure) {
    this(target, limits, failure, Clock.systemUTC());
  }

  /**
   * @param clock measures the pause
   */
  public Guard(String target, Limits limits, Predicate<Throwable> failure, Clock clock) {
    this.target = target;
    this.breaker =
        CircuitBreaker.of(
            target,
            CircuitBreakerConfig.custom()
                .slidingWindowSize(limits.calls())
                .minimumNumberOfCalls(limits.calls())
                .failureRateThreshold(HALF)
                .waitDurationInOpenState(limits.pause())
                .permittedNumberOfCallsInHalfOpenState(TRIES)
                .maxWaitDurationInHalfOpenState(Duration.ofMinutes(1))
                .recordException(failure)
                .clock(clock)
                .build());
    this.bulkhead =
        Bulkhead.of(
            target,
            BulkheadConfig.custom()
                .maxConcurrentCalls(limits.atOnce())
                .maxWaitDuration(Duration.ZERO)
                .build());
    breaker.getEventPublisher().onStateTransition(event -> log(event.getStateTransition()));
  }

  /** Makes the call, or fails with {@link CallRefused} without making it. */
  public <T> Mono<T> protect(Mono<T> call) {
    return call.transformDeferred(CircuitBreakerOperator.of(breaker))
        .transformDeferred(BulkheadOperator.of(bulkhead))
        .onErrorMap(
            CallNotPermittedException.class, e -> new CallRefused(target, "it fails or hangs"))
        .onErrorMap(
            BulkheadFullException.class, e -> new CallRefused(target, "too many calls wait"));
  }

  /** Whether the guard lets all calls through. */
  public boolean trusts() {
    return breaker.getState() == CircuitBreaker.State.CLOSED;
  }

  private void log(StateTransition change) {
    switch (change.getToState()) {
      case OPEN -> LOG.warn("{} fails or hangs; calls to it are refused", target);
      case CLOSED -> LOG.info("{} answers again", target);
      default -> LOG.debug("{}: {}", target, change);
    }
  }
}
