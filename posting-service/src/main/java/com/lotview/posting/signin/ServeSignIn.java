package com.lotview.posting.signin;

import com.lotview.contracts.ErrorCode;
import com.lotview.contracts.Role;
import com.lotview.kit.security.Caller;
import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.kit.web.ApiException;
import com.lotview.posting.account.AccountIdentity;
import com.lotview.posting.account.ConnectAccount;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** What the worker that has a sign-in's browser tells and asks. */
@Service
public class ServeSignIn {
  private final SignInStore store;
  private final ConnectAccount accounts;
  private final TenantTransactions transactions;
  private final Clock clock;

  ServeSignIn(
      SignInStore store,
      ConnectAccount accounts,
      TenantTransactions transactions,
      Clock clock) {
    this.store = store;
    this.accounts = accounts;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** The sign-in while it can come to a session; fails with {@code LIVE_VIEW_NOT_FOUND}. */
  public Mono<SignIn> wanted(UUID dealershipId, UUID id) {
    return transactions.inTenant(dealershipId, open(id));
  }

  /** The browser is there, and can be looked at; fails if the sign-in has ended. */
  public Mono<SignIn> shown(UUID dealershipId, UUID id, String workerUrl) {
    return transactions.inTenant(
        dealershipId,
        open(id)
            .flatMap(found -> store.open(id, workerUrl))
            .switchIfEmpty(Mono.error(OpenSignIn::notFound)));
  }

  /**
   * Whose session it is going to be: the session is sealed for that account alone.
   *
   * @return fails with {@code FB_ACCOUNT_OTHER} if the sign-in is another account's
   */
  public Mono<UUID> account(UUID dealershipId, UUID id, AccountIdentity who) {
    return transactions.inTenant(
        dealershipId, open(id).flatMap(found -> account(found, who)));
  }

  private Mono<UUID> account(SignIn signIn, AccountIdentity who) {
    Mono<UUID> known = accounts.known(signIn.dealershipId(), who);
    return signIn.purpose() == SignIn.Purpose.CONNECT
        ? known.defaultIfEmpty(signIn.accountId())
        : known
            .filter(signIn.accountId()::equals)
            .switchIfEmpty(Mono.error(() -> other(signIn, who)));
  }

  private static ApiException other(SignIn signIn, AccountIdentity who) {
    return new ApiException(
        ErrorCode.FB_ACCOUNT_OTHER,
        who.ref() + " was signed in, which is not \"" + signIn.label() + "\"");
  }

  /**
   * Keeps the session of whoever signed in: the account is valid from then on.
   *
   * @param account as {@link #account} said
   * @param sealedSession sealed for that account
   */
  public Mono<Void> signedIn(
      UUID dealershipId, UUID id, AccountIdentity who, UUID account, String sealedSession) {
    Mono<Void> work =
        open(id)
            .flatMap(found ->
                account(found, who)
                    .filter(account::equals)
                    .switchIfEmpty(Mono.error(() -> other(found, who)))
                    .then(keep(found, who, account, sealedSession)));
    return transactions.inTenant(dealershipId, work);
  }

  private Mono<Void> keep(SignIn signIn, AccountIdentity who, UUID account, String sealed) {
    UUID user = signIn.userId();
    if (user == null) {
      return Mono.error(OpenSignIn.notFound());
    }
    Caller owner = new Caller(user, signIn.dealershipId(), Role.GM);
    return accounts
        .signedIn(owner, account, signIn.label(), who, sealed)
        .then(
            store.end(signIn.id(), SignIn.State.SIGNED_IN, null, account, clock.instant()))
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
