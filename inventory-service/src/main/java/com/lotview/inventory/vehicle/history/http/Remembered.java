package com.lotview.inventory.vehicle.history.http;

import com.lotview.kit.client.ServiceCallFailed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Answers about dealerships, each kept for a minute. If the service does not answer, the old one
 * holds, or the substitute. Thread-safe.
 */
final class Remembered<T> {
  private static final Logger LOG = LoggerFactory.getLogger(Remembered.class);
  private static final Duration KEPT = Duration.ofSeconds(60);
  // Pause between calls to an unavailable service, because each list would wait for it.
  private static final Duration ASKED_AGAIN = Duration.ofSeconds(10);

  private final Function<UUID, Mono<T>> source;
  private final T substitute;
  private final Clock clock;
  // As many entries as there are dealerships that look at vehicles.
  private final Map<UUID, Known<T>> known = new ConcurrentHashMap<>();

  Remembered(Function<UUID, Mono<T>> source, T substitute, Clock clock) {
    this.source = source;
    this.substitute = substitute;
    this.clock = clock;
  }

  private record Known<T>(T answer, Instant until) {}

  Mono<T> of(UUID dealershipId) {
    return Mono.defer(() -> {
      Known<T> kept = known.get(dealershipId);
      return kept != null && clock.instant().isBefore(kept.until())
          ? Mono.just(kept.answer())
          : ask(dealershipId, kept);
    });
  }

  private Mono<T> ask(UUID dealershipId, @Nullable Known<T> old) {
    return source
        .apply(dealershipId)
        .map(answer -> keep(dealershipId, answer, KEPT))
        .onErrorResume(
            ServiceCallFailed.class,
            failed -> {
              LOG.warn("The old answer about the dealership holds: {}", failed.toString());
              T answer = old == null ? substitute : old.answer();
              return Mono.just(keep(dealershipId, answer, ASKED_AGAIN));
            });
  }

  private T keep(UUID dealershipId, T answer, Duration length) {
    known.put(dealershipId, new Known<>(answer, clock.instant().plus(length)));
    return answer;
  }
}
