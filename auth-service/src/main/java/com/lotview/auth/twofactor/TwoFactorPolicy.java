package com.lotview.auth.twofactor;

import com.lotview.auth.account.Account;
import com.lotview.auth.account.AccountStore;
import com.lotview.auth.account.Dealership;
import com.lotview.auth.audit.AuditEntry;
import com.lotview.auth.audit.AuditTrail;
import com.lotview.auth.session.Sessions;
import com.lotview.contracts.ErrorCode;
import com.lotview.kit.audit.Changes;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.security.Caller;
import com.lotview.kit.tenant.TenantTransactions;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What a general manager decides about the second factor of the dealership's people. */
@Component
public class TwoFactorPolicy {
  private final TwoFactorStore store;
  private final AccountStore accounts;
  private final Sessions sessions;
  private final FactorNews news;
  private final AuditTrail audit;
  private final TenantTransactions transactions;
  private final Clock clock;

  TwoFactorPolicy(
      TwoFactorStore store,
      AccountStore accounts,
      Sessions sessions,
      FactorNews news,
      AuditTrail audit,
      TenantTransactions transactions,
      Clock clock) {
    this.store = store;
    this.accounts = accounts;
    this.sessions = sessions;
    this.news = news;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Starts or stops requiring a second factor. The sessions of people without one end; they set it
   * up at their next login. Fails with {@code TWO_FACTOR_OFF} if the manager has none.
   */
  public Mono<Void> require(Caller caller, boolean required) {
    UUID dealership = caller.dealershipId();
    Mono<Void> end =
        store
            .without()
            .collectList()
            .flatMapIterable(ids -> ids)
            .concatMap(id -> sessions.endAll(dealership, id))
            .then();
    return transactions.inTenant(
        dealership,
        accounts
            .find(caller.userId())
            .filter(manager -> manager.twoFactor() || !required)
            .switchIfEmpty(Mono.error(() -> off("Turn on your own two-factor sign-in first")))
            .flatMap(manager ->
                store
                    .require(dealership, required)
                    .then(required ? end : Mono.empty())
                    .then(accounts.findDealership(dealership))
                    .flatMap(after -> note(caller, manager.dealership(), after))));
  }

  private Mono<Void> note(Caller caller, Dealership before, Dealership after) {
    return audit.record(
        AuditEntry.of(
            caller,
            after.twoFactorRequired() ? "two-factor.required" : "two-factor.not-required",
            "dealership/" + after.id(),
            Changes.between(before, after),
            clock.instant()));
  }

  /**
   * Turns off the factor of a colleague who has lost it, and ends the colleague's sessions. Fails
   * with {@code USER_NOT_FOUND} or {@code TWO_FACTOR_OFF}.
   */
  public Mono<Void> reset(Caller caller, UUID userId) {
    if (userId.equals(caller.userId())) {
      return Mono.error(
          new RefusalException(
              ErrorCode.FORBIDDEN, "Turn off your own with your password and a code"));
    }
    Mono<Void> work =
        accounts
            .find(userId)
            .switchIfEmpty(
                Mono.error(() ->
                    new RefusalException(
                        ErrorCode.USER_NOT_FOUND, ErrorCode.USER_NOT_FOUND.title())))
            .flatMap(person -> reset(caller, person));
    return transactions.inTenant(caller.dealershipId(), work);
  }

  private Mono<Void> reset(Caller caller, Account person) {
    return store
        .remove(person.id())
        .filter(removed -> removed)
        .switchIfEmpty(Mono.error(() -> off(ErrorCode.TWO_FACTOR_OFF.title())))
        .then(sessions.endAll(caller.dealershipId(), person.id()))
        .then(news.off(person, caller.userId(), "two-factor.reset", caller.origin()));
  }

  private static RefusalException off(String detail) {
    return new RefusalException(ErrorCode.TWO_FACTOR_OFF, detail);
  }
}
