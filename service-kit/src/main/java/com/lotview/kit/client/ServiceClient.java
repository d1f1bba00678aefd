package com.lotview.kit.client;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.guard.CallRefused;
import com.lotview.kit.guard.Guard;
import com.lotview.kit.security.ServiceTokens;
import com.lotview.kit.web.OutgoingTrace;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * HTTP client of the internal paths of one other service: service token, tenant header, trace,
 * deadline, guard, and one kind of error. Unknown fields of answers are ignored: services add
 * fields.
 */
public final class ServiceClient {
  /** Header that names the dealership for which the call is made. */
  public static final String DEALERSHIP = "X-Dealership-Id";

  private static final Logger LOG = LoggerFactory.getLogger(ServiceClient.class);
  private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration RETRY_DELAY = Duration.ofMillis(300);

  private final WebClient http;
  private final JsonMapper json;
  private final String callee;
  private final Guard guard;

  ServiceClient(
      WebClient.Builder http,
      ServiceTokens tokens,
      JsonMapper json,
      String callee,
      String baseUrl,
      Clock clock) {
    JsonMapper lenient =
        json.rebuild().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    this.http =
        http.baseUrl(baseUrl)
            .filter(OutgoingTrace.filter())
            .filter(withToken(tokens, callee))
            .codecs(codecs ->
                codecs.defaultCodecs().jacksonJsonDecoder(new JacksonJsonDecoder(lenient)))
            .build();
    this.json = lenient;
    this.callee = callee;
    this.guard =
        new Guard(callee + " service", Guard.Limits.OF_SERVICES, ServiceClient::silence, clock);
  }

  // A refused token is this service's error; it must not look like an answer of the callee.
  private static ExchangeFilterFunction withToken(ServiceTokens tokens, String callee) {
    return (request, next) ->
        Mono.defer(() -> tokens.token(callee))
            .onErrorMap(error -> new ServiceCallFailed(callee, null, error))
            .map(token -> ClientRequest.from(request).headers(h -> h.setBearerAuth(token)).build())
            .flatMap(next::exchange);
  }

  public Call get(String path, Object... variables) {
    return call(HttpMethod.GET, path, variables);
  }

  public Call post(String path, Object... variables) {
    return call(HttpMethod.POST, path, variables);
  }

  public Call put(String path, Object... variables) {
    return call(HttpMethod.PUT, path, variables);
  }

  private Call call(HttpMethod method, String path, Object... variables) {
    return new Call(http.method(method).uri(path, variables), HttpMethod.GET.equals(method));
  }

  /** A call to be sent at each subscription. */
  public final class Call {
    private final WebClient.RequestBodySpec request;
    private final boolean reads;
    private Duration timeout = DEFAULT_TIMEOUT;
    private int retries;

    private Call(WebClient.RequestBodySpec request, boolean reads) {
      this.request = request;
      this.reads = reads;
    }

    /** Acts for this dealership. */
    public Call inTenant(UUID dealershipId) {
      request.header(DEALERSHIP, dealershipId.toString());
      return this;
    }

    /** Sends this as JSON. */
    public Call body(Object body) {
      request.bodyValue(body);
      return this;
    }

    /** Timeout of each try; 5 s by default. */
    public Call timeout(Duration limit) {
      timeout = limit;
      return this;
    }

    /** Retries once, after a short delay, if the failure is transient. */
    public Call retryOnce() {
      retries = 1;
      return this;
    }

    /** The answer; fails with a {@link ServiceCallFailed} only. */
    public <T> Mono<T> answer(Class<T> type) {
      return send(request.retrieve().bodyToMono(type));
    }

    /** Completes when the service has answered; fails with a {@link ServiceCallFailed} only. */
    public Mono<Void> done() {
      return send(request.retrieve().toBodilessEntity()).then();
    }

    // A service may close a kept connection at the moment when the next request is sent on it; that
    // is no sign of a failing service. A request that only reads is sent again, at most once.
    private <T> Mono<T> send(Mono<T> once) {
      Mono<T> exchange =
          reads && retries == 0
              ? once.retryWhen(
                  Retry.max(1)
                      .filter(ServiceClient::wasCutOff)
                      .onRetryExhaustedThrow((policy, last) -> last.failure()))
              : once;
      return guard
          .protect(exchange.timeout(timeout).onErrorMap(ServiceClient.this::failure))
          .onErrorMap(CallRefused.class, ServiceClient.this::failure)
          .retryWhen(
              Retry.backoff(retries, RETRY_DELAY)
                  .filter(ServiceClient::mayRetry)
                  .onRetryExhaustedThrow((policy, last) -> last.failure()))
          .doOnError(ServiceCallFailed.class, ServiceClient::log);
    }
  }

  private static boolean wasCutOff(Throwable error) {
    return error instanceof WebClientRequestException sent
        && sent.getCause() instanceof IOException cause
        && !(cause instanceof ConnectException);
  }

  // An error status is an answer: the service is there.
  private static boolean silence(Throwable error) {
    return error instanceof ServiceCallFailed failed && failed.status().isEmpty();
  }

  private static boolean mayRetry(Throwable error) {
    return error instanceof ServiceCallFailed failed
        && failed.isTransient()
        && !(failed.getCause() instanceof CallRefused);
  }

  private Throwable failure(Throwable error) {
    return switch (error) {
      case ServiceCallFailed known -> known;
      case WebClientResponseException answer ->
          new ServiceCallFailed(callee, status(answer), refusal(answer), answer);
      default -> new ServiceCallFailed(callee, null, error);
    };
  }

  private static @Nullable HttpStatus status(WebClientResponseException answer) {
    return answer.getStatusCode().isError()
        ? HttpStatus.resolve(answer.getStatusCode().value())
        : null;
  }

  // The members of RFC 9457 that every service of LotView answers with.
  private @Nullable RefusalException refusal(WebClientResponseException answer) {
    try {
      JsonNode problem = json.readTree(answer.getResponseBodyAsByteArray());
      return new RefusalException(
          ErrorCode.valueOf(problem.path("code").asString("")),
          problem.path("detail").asString(""));
    } catch (JacksonException | IllegalArgumentException e) {
      return null;
    }
  }

  // The guard has logged that it refuses.
  private static void log(ServiceCallFailed failed) {
    if (failed.isTransient() && !(failed.getCause() instanceof CallRefused)) {
      LOG.warn("Call failed: {}", failed.getMessage());
    }
  }
}
