package com.lotview.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.lotview.gateway.limit.RollingMinute.Answer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** Counts in this process only: two gateways allow twice as many requests. */
public final class OwnWindows implements Windows {
  // Bounds the memory that requests from many addresses can take.
  private static final int MOST_WINDOWS = 100_000;
  // Longer than a window, so only empty windows are dropped.
  private static final Duration IDLE = Duration.ofMinutes(2);

  private final Clock clock;
  private final Cache<String, RollingMinute> windows =
      Caffeine.newBuilder().maximumSize(MOST_WINDOWS).expireAfterAccess(IDLE).build();

  public OwnWindows(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Mono<Answer> take(String name, int limit) {
    return Mono.fromSupplier(() -> {
      Instant now = clock.instant();
      return windows.get(name, n -> new RollingMinute(limit)).take(now);
    });
  }
}
