package com.lotview.posting.account.formcheck;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.audit.AuditTrail;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.id.Ids;
import com.lotview.kit.security.Caller;
import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.posting.account.AccountState;
import com.lotview.posting.account.FbAccount;
import com.lotview.posting.account.FbAccountStore;
import com.lotview.posting.account.FbAccounts;
import com.lotview.posting.dispatch.AccountRef;
import com.lotview.posting.dispatch.DispatchQueue;
import com.lotview.posting.texts.DealerTexts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Orders checks of an account's form, which reveal a change of the site before a posting meets it.
 * To the fleet it is a session check that reads the form too.
 */
@Service
public class FormChecks {
  /** As long as the pictures. */
  private static final Duration KEPT = Duration.ofDays(30);

  /** An older check that has not ended does not prevent a new one. */
  private static final Duration OPEN_AT_MOST = Duration.ofMinutes(30);

  private final FormCheckStore store;
  private final FbAccountStore accounts;
  private final DispatchQueue waiting;
  private final AuditTrail audit;
  private final TenantTransactions transactions;
  private final Clock clock;

  FormChecks(
      FormCheckStore store,
      FbAccountStore accounts,
      DispatchQueue waiting,
      AuditTrail audit,
      TenantTransactions transactions,
      Clock clock) {
    this.store = store;
    this.accounts = accounts;
    this.waiting = waiting;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Begins a check; while one is under way it gives that one.
   *
   * @return fails with {@code FB_ACCOUNT_NOT_FOUND}, and with {@code FB_SESSION_INVALID} for an
   *     account that waits for its owner
   */
  public Mono<FormCheck> ask(Caller caller, UUID accountId) {
    AccountRef ref = AccountRef.of(caller.dealershipId(), accountId);
    Instant now = clock.instant();
    Mono<FormCheck> asked =
        waiting
            .lock(ref)
            .then(accounts.find(accountId))
            .switchIfEmpty(Mono.error(FbAccounts::notFound))
            .flatMap(FormChecks::signedIn)
            .flatMap(account ->
                store
                    .findOpen(accountId, now.minus(OPEN_AT_MOST))
                    .switchIfEmpty(Mono.defer(() -> begin(caller, account, now))));
    return transactions.inTenant(ref.dealershipId(), asked);
  }

  private static Mono<FbAccount> signedIn(FbAccount account) {
    return account.state() == AccountState.VALID
        ? Mono.just(account)
        : Mono.error(
            new RefusalException(
                ErrorCode.FB_SESSION_INVALID, DealerTexts.sessionEnded(account.label())));
  }

  private Mono<FormCheck> begin(Caller caller, FbAccount account, Instant now) {
    FormCheck check = FormCheck.asked(account, Ids.next(), now);
    return store
        .forget(account.id(), now.minus(KEPT))
        .then(store.save(check))
        .then(waiting.schedule(account.ref(), check.job(), now))
        .then(audit.record(caller, "fb-account.form-checked", "fb-account/" + account.id()))
        .thenReturn(check);
  }

  /** The check of an account; fails with {@code FORM_CHECK_NOT_FOUND}. */
  public Mono<FormCheck> find(AccountRef account, UUID id) {
    return transactions
        .inTenant(account.dealershipId(), store.find(id))
        .filter(check -> check.account().equals(account))
        .switchIfEmpty(
            Mono.error(() ->
                new RefusalException(
                    ErrorCode.FORM_CHECK_NOT_FOUND, ErrorCode.FORM_CHECK_NOT_FOUND.title())));
  }
}
