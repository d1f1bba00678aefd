package com.lotview.listing.text.claude;

import com.anthropic.client.AnthropicClientAsync;
import com.anthropic.client.okhttp.AnthropicOkHttpClientAsync;
import com.anthropic.errors.AnthropicServiceException;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCreateParams;
import com.lotview.kit.guard.CallRefused;
import com.lotview.kit.guard.Guard;
import com.lotview.listing.text.ListingBrief;
import com.lotview.listing.text.ListingText;
import com.lotview.listing.text.writing.AiWriter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;

/**
 * Asks Claude through the official SDK. The SDK retries transient failures (429, 5xx, broken
 * connections) twice, and is the only layer that retries; all tries share one deadline. While most
 * texts fail, calls to Claude are paused for half a minute at a time, and each text fails at once.
 */
public final class ClaudeWriter implements AiWriter, AutoCloseable {
  private static final int MAX_TOKENS = 1024;
  private static final int RETRIES = 2;

  // A text that fails may have taken the whole deadline: few are enough.
  private static final int CALLS = 6;
  private static final Duration PAUSE = Duration.ofSeconds(30);
  // Half for the texts of orders, half for people who ask for a text and wait.
  private static final int SHARES = 2;

  // Errors of the single request; other requests may still succeed.
  private static final Set<Integer> REQUESTS_FAULT = Set.of(400, 413, 422);

  private final AnthropicClientAsync client;
  private final Guard guard;
  private final Prompt prompt;
  private final ClaudeMeters meters;
  private final String model;
  private final Duration deadline;

  /**
   * @param clock measures the pause after failures
   */
  public ClaudeWriter(
      ClaudeProperties properties, Prompt prompt, MeterRegistry meters, Clock clock) {
    this.client =
        AnthropicOkHttpClientAsync.builder()
            .apiKey(Objects.requireNonNull(properties.apiKey()))
            .baseUrl(properties.baseUrl())
            .timeout(properties.timeout())
            .maxRetries(RETRIES)
            .build();
    this.guard =
        new Guard(
            "Claude",
            new Guard.Limits(properties.maxConcurrentRequests() * SHARES, CALLS, PAUSE),
            ClaudeWriter::isDown,
            clock);
    this.meters = new ClaudeMeters(meters, properties);
    this.prompt = prompt;
    this.model = properties.model();
    this.deadline = properties.timeout();
  }

  @Override
  public String model() {
    return model;
  }

  @Override
  public Mono<ListingText> write(ListingBrief brief, List<String> reasons) {
    MessageCreateParams request =
        MessageCreateParams.builder()
            .model(model)
            .maxTokens(MAX_TOKENS)
            .system(prompt.system(brief))
            .addUserMessage(prompt.user(brief, reasons))
            .build();
    return guard
        .protect(
            meters.timed(
                Mono.fromFuture(() -> client.messages().create(request)).timeout(deadline)))
        .doOnNext(answer -> meters.used(answer.usage()))
        .map(answer -> prompt.read(text(answer)))
        .onErrorMap(ClaudeWriter::failure);
  }

  private static boolean isDown(Throwable error) {
    return !(Exceptions.unwrap(error) instanceof AnthropicServiceException refused
        && REQUESTS_FAULT.contains(refused.statusCode()));
  }

  private static String text(Message answer) {
    return answer.content().stream()
        .flatMap(block -> block.text().stream())
        .map(block -> block.text())
        .collect(Collectors.joining());
  }

  /** Describes the failure without any part of the request, the key or the answer. */
  private static Throwable failure(Throwable error) {
    return switch (Exceptions.unwrap(error)) {
      case AiWriterException known -> known;
      case AnthropicServiceException refused ->
          new AiWriterException("Claude answered with status " + refused.statusCode());
      case CallRefused refused -> new AiWriterException("Claude is left alone for now");
      case TimeoutException late -> new AiWriterException("Claude did not answer in time");
      case Throwable other ->
          new AiWriterException("Claude could not be asked: " + other.getClass().getSimpleName());
    };
  }

  @Override
  public void close() {
    client.close();
  }
}
