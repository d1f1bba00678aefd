package com.lotview.worker.blocking;

import java.time.Duration;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * Waits for reactive work on a thread that may block, always with a deadline. The fleet's virtual
 * threads make waiting cheap.
 */
public final class Await {
  private static final Duration DEADLINE = Duration.ofSeconds(20);

  private Await() {}

  /** The value, if there is one. Unchecked errors are thrown unchanged. */
  public static <T> Optional<T> optional(Mono<T> work) {
    return JobTrace.on(work).blockOptional(DEADLINE);
  }

  /**
   * The value.
   *
   * @throws IllegalStateException if there is none
   */
  public static <T> T value(Mono<T> work) {
    return optional(work)
        .orElseThrow(() -> new IllegalStateException("The call ended without a value"));
  }

  /** Waits for the end. */
  public static void done(Mono<?> work) {
    JobTrace.on(work.then()).block(DEADLINE);
  }
}
