package com.lotview.posting.vehicle.http;

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
final class InternalCalls {
  private static final Logger LOG = LoggerFactory.getLogger(InternalCalls.class);
  private static final Duration DEADLINE = Duration.ofSeconds(5);

  private final WebClient client;
  private final String callee;

  InternalCalls(WebClient.Builder builder, ServiceTokens tokens, String callee, String baseUrl) {
    this.client =
        builder.clone().baseUrl(baseUrl).filter(withTrace()).filter(tokens.bearer(callee)).build();
    this.callee = callee;
  }

  /**
   * Reads.
   *
   * @param missing what a 404 means
   */
  <T> Mono<T> get(String path, UUID id, UUID dealershipId, Class<T> type, ErrorCode missing) {
    return client
        .get()
        .uri(path, id)
        .header("X-Dealership-Id", dealershipId.toString())
        .retrieve()
        .bodyToMono(type)
        .timeout(DEADLINE)
        .onErrorMap(error -> problem(error, missing));
  }

  private ApiException problem(Throwable error, ErrorCode missing) {
    if (error instanceof WebClientResponseException answer
        && answer.getStatusCode().isSameCodeAs(HttpStatus.NOT_FOUND)) {
      return new ApiException(missing, missing.title());
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
