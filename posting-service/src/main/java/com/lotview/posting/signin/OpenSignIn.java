package com.lotview.posting.signin;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.audit.AuditTrail;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.id.Ids;
import com.lotview.kit.idempotency.IdempotentRequests;
import com.lotview.kit.security.Caller;
import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.posting.account.FbAccounts;
import com.lotview.posting.dispatch.AccountRef;
import com.lotview.posting.texts.DealerTexts;
import com.lotview.posting.wiring.PostingProperties;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Begins sign-ins, shows their state, and cancels them. */
@Service
public class OpenSignIn {
  /** How long a sign-in is kept after its end. */
  public static final Duration KEPT = Duration.ofDays(30);

  private final SignInStore store;
  private final SignInHandler handler;
  private final LiveTickets tickets;
  private final FbAccounts accounts;
  private final AuditTrail audit;
  private final IdempotentRequests idempotent;
  private final TenantTransactions transactions;
  private final PostingProperties properties;
  private final Clock clock;

  OpenSignIn(
      SignInStore store,
      SignInHandler handler,
      LiveTickets tickets,
      FbAccounts accounts,
      AuditTrail audit,
      IdempotentRequests idempotent,
      TenantTransactions transactions,
      PostingProperties properties,
      Clock clock) {
    this.store = store;
    this.handler = handler;
    this.tickets = tickets;
    this.accounts = accounts;
    this.audit = audit;
    this.idempotent = idempotent;
    this.transactions = transactions;
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * Begins a sign-in whose account is connected at its end. One per person: an earlier one is
   * cancelled.
   *
   * @param key the request's Idempotency-Key; a repeat gets a new ticket for the same sign-in
   */
  public Mono<LiveTicket> connect(Caller caller, String label, @Nullable String key) {
    Mono<SignIn> work =
        Mono.defer(() -> {
          UUID id = Ids.next();
          SignIn begun = signIn(caller, id, id, SignIn.Purpose.CONNECT, label);
          return store
              .cancelConnects(caller.userId(), DealerTexts.SIGN_IN_REPLACED, clock.instant())
              .then(begin(caller, begun));
        });
    return idempotent
        .once(caller, "POST /v1/fb-accounts", key, new Fingerprint(label), SignIn.class, work)
        .flatMap(begun -> tickets.issue(caller, begun));
  }

  /**
   * A ticket for the account's open sign-in; begins one if there is none.
   *
   * @param accountId of an account, or of the one that is to be
   * @return fails with {@code FB_ACCOUNT_NOT_FOUND}
   */
  public Mono<LiveTicket> open(Caller caller, UUID accountId) {
    AccountRef ref = AccountRef.of(caller.dealershipId(), accountId);
    Mono<SignIn> renew =
        Mono.defer(() -> accounts.named(accountId))
            .map(account ->
                signIn(caller, Ids.next(), accountId, SignIn.Purpose.RENEW, account.label()))
            .flatMap(begun -> begin(caller, begun));
    Mono<SignIn> open =
        store
            .expire(accountId, clock.instant())
            .then(store.latest(accountId))
            .filter(found -> found.openAt(clock.instant()))
            .switchIfEmpty(renew);
    return transactions
        .inTenant(ref.dealershipId(), open)
        .onErrorResume(DuplicateKeyException.class, race -> latest(ref))
        .flatMap(found -> tickets.issue(caller, found));
  }

  private Mono<SignIn> begin(Caller caller, SignIn begun) {
    return store
        .forget(clock.instant().minus(KEPT))
        .then(store.insert(begun))
        .then(Mono.defer(() -> handler.start(begun.id(), begun.createdAt())))
        .then(audit.record(caller, "fb-account.sign-in", "fb-account/" + begun.accountId()))
        .thenReturn(begun);
  }

  private SignIn signIn(
      Caller caller, UUID id, UUID accountId, SignIn.Purpose purpose, String label) {
    Instant now = clock.instant();
    return new SignIn(
        id,
        caller.dealershipId(),
        accountId,
        purpose,
        label,
        caller.userId(),
        SignIn.State.WAITING,
        null,
        null,
        null,
        now,
        now.plus(properties.signInTimeout()));
  }

  /** The latest sign-in of the account; fails with {@code LIVE_VIEW_NOT_FOUND}. */
  public Mono<SignIn> latest(AccountRef account) {
    return transactions
        .inTenant(account.dealershipId(), store.latest(account.fbAccountId()))
        .switchIfEmpty(Mono.error(OpenSignIn::notFound));
  }

  /** Cancels the account's open sign-in; fails with {@code LIVE_VIEW_NOT_FOUND}. */
  public Mono<SignIn> cancel(Caller caller, UUID accountId) {
    Instant now = clock.instant();
    Mono<SignIn> cancelled =
        store
            .latest(accountId)
            .flatMap(found ->
                store.end(
                    found.id(), SignIn.State.CANCELLED, DealerTexts.SIGN_IN_CANCELLED, null, now))
            .switchIfEmpty(Mono.error(OpenSignIn::notFound))
            .flatMap(ended ->
                audit
                    .record(caller, "fb-account.sign-in-cancelled", "fb-account/" + accountId)
                    .thenReturn(ended));
    return transactions.inTenant(caller.dealershipId(), cancelled);
  }

  static RefusalException notFound() {
    return new RefusalException(
        ErrorCode.LIVE_VIEW_NOT_FOUND, ErrorCode.LIVE_VIEW_NOT_FOUND.title());
  }

  /** What makes two requests the same one. */
  private record Fingerprint(String label) {}
}
