package com.lotview.worker.session.web;

import com.lotview.contracts.SessionOwner;
import com.lotview.kit.client.ServiceCallFailed;
import com.lotview.kit.client.ServiceClient;
import com.lotview.worker.blocking.Await;
import com.lotview.worker.session.SealedSession;
import com.lotview.worker.session.SealedSessionStore;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Sealed sessions from the posting service's internal API. */
public final class PostingServiceSessions implements SealedSessionStore {
  private static final String PATH = "/internal/fb-accounts/{id}/session";

  private final ServiceClient posting;

  public PostingServiceSessions(ServiceClient posting) {
    this.posting = posting;
  }

  @Override
  public Optional<SealedSession> read(UUID dealershipId, UUID accountId) {
    return Await.optional(
        posting
            .get(PATH, accountId)
            .inTenant(dealershipId)
            .retryOnce()
            .answer(Answer.class)
            .map(answer ->
                new SealedSession(
                    answer.sealedSession(), answer.version(), Boolean.TRUE.equals(answer.unseen())))
            .onErrorComplete(answered(HttpStatus.NOT_FOUND))
            .onErrorMap(ServiceCallFailed.class, Unreachable::new));
  }

  @Override
  public boolean belongs(UUID dealershipId, UUID accountId, SessionOwner owner) {
    return Await.value(
        posting
            .put(PATH + "/owner", accountId)
            .inTenant(dealershipId)
            .body(owner)
            .retryOnce()
            .done()
            .thenReturn(true)
            .onErrorReturn(answered(HttpStatus.CONFLICT), false)
            .onErrorMap(ServiceCallFailed.class, Unreachable::new));
  }

  @Override
  public void replace(UUID dealershipId, UUID accountId, SealedSession session) {
    Await.done(
        posting
            .put(PATH, accountId)
            .inTenant(dealershipId)
            .body(Kept.of(session))
            .retryOnce()
            .done()
            // The owner has signed in again meanwhile; the owner's session is kept.
            .onErrorComplete(answered(HttpStatus.CONFLICT))
            .onErrorMap(ServiceCallFailed.class, Unreachable::new));
  }

  @Override
  public void reseal(UUID dealershipId, UUID accountId, SealedSession session) {
    Await.done(
        posting
            .put(PATH + "/seal", accountId)
            .inTenant(dealershipId)
            .body(Kept.of(session))
            .retryOnce()
            .done()
            // A job has saved a newer session, sealed with its present key.
            .onErrorComplete(answered(HttpStatus.CONFLICT))
            .onErrorMap(ServiceCallFailed.class, Unreachable::new));
  }

  @Override
  public List<AccountOf> accounts(@Nullable UUID after) {
    ServiceClient.Call call =
        after == null
            ? posting.get("/internal/sealed-accounts")
            : posting.get("/internal/sealed-accounts?after={after}", after);
    return Await.optional(
            call.retryOnce()
                .answer(Page.class)
                .onErrorMap(ServiceCallFailed.class, Unreachable::new))
        .map(Page::data)
        .orElse(List.of());
  }

  /** Whether a call failed because the service answered with this status. */
  static Predicate<Throwable> answered(HttpStatus status) {
    return error -> error instanceof ServiceCallFailed failed && failed.is(status);
  }

  /** Accounts, by their ids. */
  record Page(List<AccountOf> data) {}

  /** What the posting service answers, as far as the fleet needs it. */
  record Answer(@Nullable String sealedSession, long version, @Nullable Boolean unseen) {}

  /** What the posting service takes. */
  record Kept(@Nullable String sealedSession, long version) {
    static Kept of(SealedSession session) {
      return new Kept(session.sealedSession(), session.version());
    }

    @Override
    public String toString() {
      return "Kept[version=" + version + "]";
    }
  }
}
