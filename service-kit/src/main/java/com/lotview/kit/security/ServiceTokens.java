package com.lotview.kit.security;

import com.lotview.kit.web.OutgoingTrace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/**
 * This service's own tokens, from the auth service: one for each callee, valid for five minutes,
 * cached until shortly before they expire.
 */
public final class ServiceTokens {
  private static final Duration MARGIN = Duration.ofSeconds(30);
  private static final Duration DEADLINE = Duration.ofSeconds(5);

  private final WebClient auth;
  private final SecurityProperties properties;
  private final Clock clock;
  private final Map<String, Mono<Token>> tokens = new ConcurrentHashMap<>();

  public ServiceTokens(WebClient.Builder builder, SecurityProperties properties, Clock clock) {
    this.auth =
        builder.clone().baseUrl(properties.authUrl()).filter(OutgoingTrace.filter()).build();
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * A token for the callee; {@link com.lotview.kit.client.ServiceClient} puts it on its requests.
   */
  public Mono<String> token(String callee) {
    return tokens
        .computeIfAbsent(
            callee,
            name -> fetch(name).cacheInvalidateIf(t -> clock.instant().isAfter(t.renewAt())))
        .map(Token::value);
  }

  private Mono<Token> fetch(String callee) {
    String secret = Objects.requireNonNull(properties.clientSecret(), "SERVICE_SECRET is not set");
    return auth.post()
        .uri("/internal/service-tokens")
        .headers(h -> h.setBasicAuth(properties.service(), secret))
        .bodyValue(Map.of("audience", callee))
        .retrieve()
        .bodyToMono(Answer.class)
        .timeout(DEADLINE)
        .map(answer ->
            new Token(
                answer.accessToken(),
                clock.instant().plusSeconds(answer.expiresIn()).minus(MARGIN)));
  }

  private record Token(String value, Instant renewAt) {}

  /** The auth service's answer: the token and its lifetime in seconds. */
  record Answer(String accessToken, long expiresIn) {}
}
