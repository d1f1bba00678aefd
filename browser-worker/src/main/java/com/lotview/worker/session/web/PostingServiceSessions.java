package com.lotview.worker.session.web;

import com.lotview.worker.blocking.Await;
import com.lotview.worker.session.SealedSession;
import com.lotview.worker.session.SealedSessionStore;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientException;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Sealed sessions from the posting service's internal API. Five seconds a try, one more try. */
public final class PostingServiceSessions implements SealedSessionStore {
  private static final String PATH = "/internal/fb-accounts/{id}/session";
  private static final String DEALERSHIP = "X-Dealership-Id";
  private static final Duration DEADLINE = Duration.ofSeconds(5);

  private final WebClient posting;

  /**
   * @param posting base address and service token set
   */
  public PostingServiceSessions(WebClient posting) {
    this.posting = posting;
  }

  @Override
  public Optional<SealedSession> read(UUID dealershipId, UUID accountId) {
    return Await.optional(
        call(
            posting
                .get()
                .uri(PATH, accountId)
                .header(DEALERSHIP, dealershipId.toString())
                .retrieve()
                .bodyToMono(Answer.class)
                .map(answer -> new SealedSession(answer.sealedSession(), answer.version()))
                .onErrorComplete(WebClientResponseException.NotFound.class)));
  }

  @Override
  public void replace(UUID dealershipId, UUID accountId, SealedSession session) {
    Await.done(
        call(
            posting
                .put()
                .uri(PATH, accountId)
                .header(DEALERSHIP, dealershipId.toString())
                .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE)
                .bodyValue(session)
                .retrieve()
                .toBodilessEntity()
                .then()
                // The owner has signed in again meanwhile: theirs is the better one.
                .onErrorComplete(WebClientResponseException.Conflict.class)));
  }

  /** With deadline, one more try, and the error that callers know. */
  static <T> Mono<T> call(Mono<T> request) {
    return request
        .timeout(DEADLINE)
        .retryWhen(
            Retry.backoff(1, Duration.ofMillis(300))
                .filter(PostingServiceSessions::mayPass)
                .onRetryExhaustedThrow((spec, signal) -> signal.failure()))
        .onErrorMap(
            error ->
                error instanceof WebClientException
                    || error instanceof java.util.concurrent.TimeoutException,
            Unreachable::new);
  }

  private static boolean mayPass(Throwable error) {
    return error instanceof WebClientRequestException
        || error instanceof java.util.concurrent.TimeoutException
        || (error instanceof WebClientResponseException answer
            && answer.getStatusCode().is5xxServerError());
  }

  /** What the posting service answers, as far as the fleet needs it. */
  record Answer(@Nullable String sealedSession, long version) {}
}
