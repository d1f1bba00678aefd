package com.lotview.notification.webhook.http;

import com.lotview.kit.outside.OutsideAnswer;
import com.lotview.kit.outside.OutsideCallFailed;
import com.lotview.kit.outside.OutsideClient;
import com.lotview.kit.outside.OutsideLimits;
import com.lotview.notification.webhook.Receiver;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Calls receivers in public networks only; follows no redirect. */
@Component
final class OutsideReceiver implements Receiver {
  private static final OutsideLimits LIMITS = new OutsideLimits(Duration.ofSeconds(15), 1_024, 0);

  private final OutsideClient client;

  OutsideReceiver(OutsideClient client) {
    this.client = client;
  }

  @Override
  public Mono<Answer> send(URI url, Map<String, String> headers, String body) {
    return client
        .post(url, headers, body.getBytes(StandardCharsets.UTF_8), LIMITS)
        .map(OutsideReceiver::answer)
        .onErrorResume(
            OutsideCallFailed.class,
            failed -> Mono.just(Answer.none(String.valueOf(failed.getMessage()))));
  }

  private static Answer answer(OutsideAnswer answer) {
    // PostgreSQL cannot store a NUL in text.
    String text = new String(answer.body(), StandardCharsets.UTF_8).replace("\0", "");
    return new Answer(
        answer.status(),
        answer.succeeded() ? null : "The receiver answered " + answer.status(),
        text);
  }
}
