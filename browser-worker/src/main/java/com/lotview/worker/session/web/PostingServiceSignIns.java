package com.lotview.worker.session.web;

import static com.lotview.worker.session.web.PostingServiceSessions.answered;

import com.lotview.kit.client.ServiceCallFailed;
import com.lotview.kit.client.ServiceClient;
import com.lotview.worker.blocking.Await;
import com.lotview.worker.fleet.port.SignIns;
import com.lotview.worker.session.SealedSessionStore.Unreachable;
import com.lotview.worker.session.SignInStore;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import reactor.core.publisher.Mono;

/** Sign-ins at the posting service's internal API. */
public final class PostingServiceSignIns implements SignInStore {
  private static final String PATH = "/internal/sign-ins/{id}";

  private final ServiceClient posting;
  private final Supplier<URI> here;

  /**
   * @param here where the gateway finds this process
   */
  public PostingServiceSignIns(ServiceClient posting, Supplier<URI> here) {
    this.posting = posting;
    this.here = here;
  }

  @Override
  public boolean open(UUID dealershipId, UUID signInId) {
    return exists(posting.get(PATH, signInId).inTenant(dealershipId));
  }

  @Override
  public boolean shown(UUID dealershipId, UUID signInId) {
    return exists(
        posting
            .put(PATH + "/view", signInId)
            .inTenant(dealershipId)
            .body(Map.of("url", here.get().toString())));
  }

  private static boolean exists(ServiceClient.Call call) {
    return Await.value(
        call.retryOnce()
            .done()
            .thenReturn(true)
            .onErrorReturn(answered(HttpStatus.NOT_FOUND), false)
            .onErrorMap(ServiceCallFailed.class, Unreachable::new));
  }

  @Override
  public UUID ask(UUID dealershipId, UUID accountId, String reason, Duration limit) {
    return Await.value(
        posting
            .post("/internal/sign-ins")
            .inTenant(dealershipId)
            .body(
                Map.of(
                    "fbAccountId",
                    accountId,
                    "reason",
                    reason,
                    "url",
                    here.get().toString(),
                    "seconds",
                    limit.toSeconds()))
            .retryOnce()
            .answer(Asked.class)
            .map(Asked::signInId)
            .onErrorMap(ServiceCallFailed.class, Unreachable::new));
  }

  @Override
  public void fail(UUID dealershipId, UUID signInId, String why) {
    Await.done(
        posting
            .put(PATH + "/failure", signInId)
            .inTenant(dealershipId)
            .body(Map.of("reason", why))
            .retryOnce()
            .done()
            .onErrorMap(ServiceCallFailed.class, Unreachable::new));
  }

  @Override
  public UUID account(UUID dealershipId, UUID signInId, String user) {
    return Await.value(
        accepted(
            posting
                .post(PATH + "/account", signInId)
                .inTenant(dealershipId)
                .body(Map.of("user", user))
                .retryOnce()
                .answer(Account.class)
                .map(Account::fbAccountId)));
  }

  @Override
  public void complete(UUID dealershipId, UUID signInId, String user, UUID account, String sealed) {
    Await.done(
        accepted(
            posting
                .put(PATH + "/session", signInId)
                .inTenant(dealershipId)
                .body(Map.of("user", user, "fbAccountId", account, "sealedSession", sealed))
                .retryOnce()
                .done()));
  }

  private static <T> Mono<T> accepted(Mono<T> answer) {
    return answer.onErrorMap(ServiceCallFailed.class, PostingServiceSignIns::refusal);
  }

  private static RuntimeException refusal(ServiceCallFailed failed) {
    if (failed.is(HttpStatus.NOT_FOUND)) {
      return new SignIns.Refused("It was too late; open a new view");
    }
    return failed.is(HttpStatus.CONFLICT)
        ? new SignIns.Refused("Another Facebook account was signed in")
        : new Unreachable(failed);
  }

  /** What the posting service answers, as far as the fleet needs it. */
  record Account(UUID fbAccountId) {}

  record Asked(UUID signInId) {}
}
