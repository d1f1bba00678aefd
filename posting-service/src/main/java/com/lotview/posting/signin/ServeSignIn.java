package com.lotview.posting.signin;

import com.lotview.contracts.ErrorCode;
import com.lotview.contracts.Role;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.id.Ids;
import com.lotview.kit.security.Caller;
import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.posting.account.FbAccounts;
import com.lotview.posting.account.connect.AccountIdentity;
import com.lotview.posting.account.connect.ConnectAccount;
import com.lotview.posting.dispatch.AccountRef;
import com.lotview.posting.id.DealershipId;
import com.lotview.posting.texts.DealerTexts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Serves the reports and requests of the worker that has a sign-in's browser. */
@Service
public class ServeSignIn {
  private final SignInStore store;
  private final ConnectAccount accounts;
  private final FbAccounts connected;
  private final SignInEvents events;
  private final TenantTransactions transactions;
  private final Clock clock;

  ServeSignIn(
      SignInStore store,
      ConnectAccount accounts,
      FbAccounts connected,
      SignInEvents events,
      TenantTransactions transactions,
      Clock clock) {
    this.store = store;
    this.accounts = accounts;
    this.connected = connected;
    this.events = events;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * A job stopped at a page that only the account's owner gets past: its browser can be shown. An
   * owner who has already requested a view gets this one.
   *
   * @param limit how long the job waits at most
   */
  public Mono<SignIn> ask(AccountRef account, String reason, String workerUrl, Duration limit) {
    Instant now = clock.instant();
    Mono<SignIn> open =
        store
            .expire(account.fbAccountId(), now)
            .then(store.latest(account.fbAccountId()))
            .filter(found -> found.openAt(now))
            .flatMap(found -> store.open(found.id(), workerUrl))
            .switchIfEmpty(Mono.defer(() -> begun(account, reason, workerUrl, now, limit)));
    return transactions.inTenant(account.dealershipId(), open);
  }

  private Mono<SignIn> begun(
      AccountRef account, String reason, String workerUrl, Instant now, Duration limit) {
    return connected
        .named(account.fbAccountId())
        .map(known ->
            new SignIn(
                Ids.next(),
                account.dealershipId(),
                account.fbAccountId(),
                SignIn.Purpose.CONTINUE,
                known.label(),
                null,
                SignIn.State.OPEN,
                reason,
                workerUrl,
                null,
                now,
                now.plus(limit)))
        .flatMap(asked -> store.insert(asked).then(events.ownerWanted(asked)).thenReturn(asked));
  }

  /** The sign-in failed. */
  public Mono<Void> failed(DealershipId dealership, UUID id, String reason) {
    return transactions.inTenant(
        dealership.value(),
        store.end(id, SignIn.State.FAILED, reason, null, clock.instant()).then());
  }

  /** The sign-in while it can still end with a session; fails with {@code LIVE_VIEW_NOT_FOUND}. */
  public Mono<SignIn> wanted(DealershipId dealership, UUID id) {
    return transactions.inTenant(dealership.value(), open(id));
  }

  /** The browser is there, and can be looked at; fails if the sign-in has ended. */
  public Mono<SignIn> shown(DealershipId dealership, UUID id, String workerUrl) {
    return transactions.inTenant(
        dealership.value(),
        open(id)
            .flatMap(found -> store.open(id, workerUrl))
            .switchIfEmpty(Mono.error(OpenSignIn::notFound)));
  }

  /**
   * The account that will own the session: the session is sealed for that account alone.
   *
   * @return fails with {@code FB_ACCOUNT_OTHER} if the sign-in is another account's
   */
  public Mono<UUID> account(DealershipId dealership, UUID id, AccountIdentity who) {
    return transactions.inTenant(
        dealership.value(), open(id).flatMap(found -> account(found, who)));
  }

  private Mono<UUID> account(SignIn signIn, AccountIdentity who) {
    Mono<UUID> known = accounts.known(signIn.dealershipId(), who);
    return signIn.purpose() == SignIn.Purpose.CONNECT
        ? known.defaultIfEmpty(signIn.accountId())
        : known
            .filter(signIn.accountId()::equals)
            .switchIfEmpty(Mono.error(() -> other(signIn, who)));
  }

  private static RefusalException other(SignIn signIn, AccountIdentity who) {
    return new RefusalException(
        ErrorCode.FB_ACCOUNT_OTHER, DealerTexts.otherAccount(who.ref(), signIn.label()));
  }

  /**
   * Stores the session of the account that signed in; it is valid from then on.
   *
   * @param account as {@link #account} said
   * @param sealedSession sealed for that account
   */
  public Mono<Void> signedIn(
      DealershipId dealership, UUID id, AccountIdentity who, UUID account, String sealedSession) {
    Mono<Void> work =
        open(id)
            .flatMap(found ->
                account(found, who)
                    .filter(account::equals)
                    .switchIfEmpty(Mono.error(() -> other(found, who)))
                    .then(keep(found, who, account, sealedSession)));
    return transactions.inTenant(dealership.value(), work);
  }

  private Mono<Void> keep(SignIn signIn, AccountIdentity who, UUID account, String sealed) {
    UUID user = signIn.userId();
    // If no person opened the view, the owner approved elsewhere (on their phone); the job keeps
    // the session at its end.
    Mono<?> kept =
        user == null
            ? Mono.empty()
            : accounts.signedIn(
                new Caller(user, signIn.dealershipId(), Role.GM),
                account,
                signIn.label(),
                who,
                sealed);
    return kept.then(store.end(signIn.id(), SignIn.State.SIGNED_IN, null, account, clock.instant()))
        .switchIfEmpty(Mono.error(OpenSignIn::notFound))
        .then();
  }

  private Mono<SignIn> open(UUID id) {
    return store
        .find(id)
        .filter(found -> found.openAt(clock.instant()))
        .switchIfEmpty(Mono.error(OpenSignIn::notFound));
  }
}
