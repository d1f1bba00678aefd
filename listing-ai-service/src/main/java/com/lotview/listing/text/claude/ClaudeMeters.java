package com.lotview.listing.text.claude;

import com.anthropic.models.messages.Usage;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import reactor.core.publisher.Mono;

/** Counts the calls of Claude, their tokens, and what they cost at the prices of the settings. */
final class ClaudeMeters {
  private static final double MILLION = 1_000_000;

  private final MeterRegistry meters;
  private final double inputPrice;
  private final double outputPrice;

  ClaudeMeters(MeterRegistry meters, ClaudeProperties properties) {
    this.meters = meters;
    this.inputPrice = properties.inputPrice();
    this.outputPrice = properties.outputPrice();
  }

  /** Times the call; its result is that of its end. */
  <T> Mono<T> timed(Mono<T> call) {
    return Mono.defer(() -> {
      long begin = meters.config().clock().monotonicTime();
      return call.doOnSuccess(answer -> call("answered", begin))
          .doOnError(error -> call("failed", begin))
          .doOnCancel(() -> call("failed", begin));
    });
  }

  private void call(String result, long begin) {
    Timer.builder("lotview.claude.calls")
        .description("Calls of Claude, with the retries of its SDK")
        .tag("result", result)
        .serviceLevelObjectives(Duration.ofSeconds(5), Duration.ofSeconds(30))
        .register(meters)
        .record(meters.config().clock().monotonicTime() - begin, TimeUnit.NANOSECONDS);
  }

  /** What an answer used. */
  void used(Usage usage) {
    tokens("input", usage.inputTokens());
    tokens("output", usage.outputTokens());
    Counter.builder("lotview.claude.cost")
        .description("Cost of the answers, at the prices of the settings; 0 without prices")
        .baseUnit("usd")
        .register(meters)
        .increment(
            (usage.inputTokens() * inputPrice + usage.outputTokens() * outputPrice) / MILLION);
  }

  private void tokens(String direction, long count) {
    Counter.builder("lotview.claude.tokens")
        .description("Tokens that were sent to Claude and that it answered")
        .tag("direction", direction)
        .register(meters)
        .increment((double) count);
  }
}
