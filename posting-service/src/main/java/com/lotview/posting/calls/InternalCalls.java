package com.lotview.posting.calls;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.security.ServiceTokens;
import com.lotview.kit.web.ApiException;
import com.lotview.kit.web.Trace;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;

/** Calls the internal paths of one other service: token, trace, deadline, errors. */
public final class InternalCalls {
  private static final Logger LOG = LoggerFactory.getLogger(InternalCalls.class);
  private static final Duration DEADLINE = Duration.ofSeconds(5);

  private final WebClient client;
  private final String callee;

  public InternalCalls(
      WebClient.Builder builder, ServiceTokens tokens, String callee, String baseUrl) {
    this.client =
        builder.clone().baseUrl(baseUrl).filter(withTrace()).filter(tokens.bearer(callee)).build();
    this.callee = callee;
  }

  /**
   * Reads; five seconds at most.
   *
   * @param missing what a 404 means
   * @return fails with that, or with {@code SERVICE_UNAVAILABLE}
   */
  public <T> Mono<T> get(
      String path, UUID id, UUID dealershipId, Class<T> type, ErrorCode missing) {
    return client
        .get()
        .uri(path, id)
        .header("X-Dealership-Id", dealershipId.toString())
        .retrieve()
        .bodyToMono(type)
        .timeout(DEADLINE)
        .onErrorMap(error -> problem(error, HttpStatus.NOT_FOUND, missing));
  }

  /**
   * Asks for work.
   *
   * @param deadline for the whole answer
   * @param failed what a 502 means
   * @return fails with that, or with {@code SERVICE_UNAVAILABLE}
   */
  public <T> Mono<T> post(
      String path,
      Object body,
      UUID dealershipId,
      Class<T> type,
      Duration deadline,
      ErrorCode failed) {
    return client
        .post()
        .uri(path)
        .header("X-Dealership-Id", dealershipId.toString())
        .bodyValue(body)
        .retrieve()
        .bodyToMono(type)
        .timeout(deadline)
        .onErrorMap(error -> problem(error, HttpStatus.BAD_GATEWAY, failed));
  }

  private ApiException problem(Throwable error, HttpStatus known, ErrorCode meaning) {
    if (error instanceof WebClientResponseException answer
        && answer.getStatusCode().isSameCodeAs(known)) {
      return new ApiException(meaning, meaning.title());
    }
    LOG.warn("The {} service did not answer as agreed: {}", callee, error.toString());
    return new ApiException(
        ErrorCode.SERVICE_UNAVAILABLE, "The " + callee + " service does not answer; try again");
  }

  private static ExchangeFilterFunction withTrace() {
    return (request, next) ->
        Mono.deferContextual(context ->
            next.exchange(
                ClientRequest.from(request).header(Trace.HEADER, Trace.current(context)).build()));
  }
}
