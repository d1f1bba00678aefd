package com.lotview.worker.session.web;

import com.lotview.worker.blocking.Await;
import com.lotview.worker.fleet.port.SignIns;
import com.lotview.worker.session.SignInStore;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;

/** Sign-ins at the posting service's internal API. */
public final class PostingServiceSignIns implements SignInStore {
  private static final String PATH = "/internal/sign-ins/{id}";
  private static final String DEALERSHIP = "X-Dealership-Id";

  private final WebClient posting;
  private final Supplier<URI> here;

  /**
   * @param posting base address and service token set
   * @param here where the gateway finds this process
   */
  public PostingServiceSignIns(WebClient posting, Supplier<URI> here) {
    this.posting = posting;
    this.here = here;
  }

  @Override
  public boolean open(UUID dealershipId, UUID signInId) {
    return still(request(HttpMethod.GET, "", dealershipId, signInId));
  }

  @Override
  public boolean shown(UUID dealershipId, UUID signInId) {
    return still(
        request(HttpMethod.PUT, "/view", dealershipId, signInId)
            .bodyValue(Map.of("url", here.get().toString())));
  }

  private static boolean still(WebClient.RequestHeadersSpec<?> request) {
    return Await.value(
        PostingServiceSessions.call(
            request
                .retrieve()
                .toBodilessEntity()
                .map(done -> true)
                .onErrorReturn(WebClientResponseException.NotFound.class, false)));
  }

  @Override
  public UUID ask(UUID dealershipId, UUID accountId, String reason, Duration limit) {
    return Await.value(
        PostingServiceSessions.call(
            posting
                .post()
                .uri("/internal/sign-ins")
                .header(DEALERSHIP, dealershipId.toString())
                .bodyValue(
                    Map.of(
                        "fbAccountId",
                        accountId,
                        "reason",
                        reason,
                        "url",
                        here.get().toString(),
                        "seconds",
                        limit.toSeconds()))
                .retrieve()
                .bodyToMono(Asked.class)
                .map(Asked::signInId)));
  }

  @Override
  public void fail(UUID dealershipId, UUID signInId, String why) {
    Await.done(
        PostingServiceSessions.call(
            request(HttpMethod.PUT, "/failure", dealershipId, signInId)
                .bodyValue(Map.of("reason", why))
                .retrieve()
                .toBodilessEntity()));
  }

  @Override
  public UUID account(UUID dealershipId, UUID signInId, String user) {
    return Await.value(
        wanted(
            request(HttpMethod.POST, "/account", dealershipId, signInId)
                .bodyValue(Map.of("user", user))
                .retrieve()
                .bodyToMono(Account.class)
                .map(Account::fbAccountId)));
  }

  @Override
  public void complete(UUID dealershipId, UUID signInId, String user, UUID account, String sealed) {
    Await.done(
        wanted(
            request(HttpMethod.PUT, "/session", dealershipId, signInId)
                .bodyValue(Map.of("user", user, "fbAccountId", account, "sealedSession", sealed))
                .retrieve()
                .toBodilessEntity()));
  }

  private static <T> Mono<T> wanted(Mono<T> answer) {
    return PostingServiceSessions.call(
        answer
            .onErrorMap(
                WebClientResponseException.NotFound.class,
                late -> new SignIns.Refused("It was too late; open a new view"))
            .onErrorMap(
                WebClientResponseException.Conflict.class,
                other -> new SignIns.Refused("Another Facebook account was signed in")));
  }

  private WebClient.RequestBodySpec request(
      HttpMethod method, String rest, UUID dealershipId, UUID signInId) {
    return posting
        .method(method)
        .uri(PATH + rest, signInId)
        .header(DEALERSHIP, dealershipId.toString());
  }

  /** What the posting service answers, as far as the fleet needs it. */
  record Account(UUID fbAccountId) {}

  record Asked(UUID signInId) {}
}
