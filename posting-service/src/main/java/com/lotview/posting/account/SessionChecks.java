package com.lotview.posting.account;

import com.lotview.kit.audit.AuditTrail;
import com.lotview.kit.id.Ids;
import com.lotview.kit.security.Caller;
import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.posting.dispatch.AccountRef;
import com.lotview.posting.dispatch.DispatchQueue;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Begins checks of sessions: when a person asks, and regularly. */
@Service
public class SessionChecks {
  private final SessionCheckStore checks;
  private final FbAccountStore accounts;
  private final CheckSessionHandler handler;
  private final DispatchQueue waiting;
  private final CheckSchedule schedule;
  private final AuditTrail audit;
  private final TenantTransactions transactions;
  private final Clock clock;

  SessionChecks(
      SessionCheckStore checks,
      FbAccountStore accounts,
      CheckSessionHandler handler,
      DispatchQueue waiting,
      CheckSchedule schedule,
      AuditTrail audit,
      TenantTransactions transactions,
      Clock clock) {
    this.checks = checks;
    this.accounts = accounts;
    this.handler = handler;
    this.waiting = waiting;
    this.schedule = schedule;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Begins a check, also of an account that waits for its owner: a checkpoint may have been solved
   * in the owner's own browser. While one is under way it gives that one.
   *
   * @return fails with {@code FB_ACCOUNT_NOT_FOUND}
   */
  public Mono<SessionCheck> ask(Caller caller, UUID accountId) {
    AccountRef ref = AccountRef.of(caller.dealershipId(), accountId);
    Mono<SessionCheck> asked =
        waiting
            .lock(ref)
            .then(accounts.find(accountId))
            .switchIfEmpty(Mono.error(FbAccounts::notFound))
            .flatMap(account ->
                checks
                    .findLocked(accountId)
                    .defaultIfEmpty(first(account))
                    .flatMap(check -> begin(account, check)))
            .flatMap(check ->
                audit
                    .record(caller, "fb-account.validated", "fb-account/" + accountId)
                    .thenReturn(check));
    return transactions.inTenant(ref.dealershipId(), asked);
  }

  /**
   * Checks a session that nobody here has seen, at once and beside the account's line, which is
   * shut; joins the running transaction, which holds the lock on the account's turn. What an
   * earlier check finds is of the earlier session and no longer counts.
   */
  public Mono<Void> ofNewSession(FbAccount account) {
    return checks
        .findLocked(account.id())
        .delayUntil(earlier -> waiting.remove(account.ref().dealership(), earlier.id()))
        .defaultIfEmpty(first(account))
        .flatMap(check -> handler.start(check.asked(Ids.next(), clock.instant()).started()))
        .then();
  }

  private SessionCheck first(FbAccount account) {
    return SessionCheck.none(account.ref(), Ids.next(), schedule.after(clock.instant()));
  }

  private Mono<SessionCheck> begin(FbAccount account, SessionCheck check) {
    boolean shut = account.state() != AccountState.VALID;
    if (check.state() == SessionCheck.State.RUNNING || (check.state().isChecking() && !shut)) {
      return Mono.just(check);
    }
    SessionCheck asked =
        check.state().isChecking() ? check : check.asked(Ids.next(), clock.instant());
    // An account without turns runs the check beside its queue. The fleet runs only one job of an
    // account at a time, even if others were handed over.
    return shut ? handler.start(asked.started()) : line(asked);
  }

  private Mono<SessionCheck> line(SessionCheck asked) {
    return checks
        .save(asked)
        .then(waiting.schedule(asked.account(), asked.job(), clock.instant()))
        .thenReturn(asked);
  }

  /** Begins the account's regular check if it is due and the account is not known to be away. */
  Mono<Void> beginDue(AccountRef ref) {
    Mono<Void> work =
        waiting
            .lock(ref)
            .then(checks.findLocked(ref.fbAccountId()))
            .filter(
                check -> !check.state().isChecking() && !check.nextAt().isAfter(clock.instant()))
            .flatMap(check ->
                accounts
                    .find(ref.fbAccountId())
                    .flatMap(account -> beginDue(account, check, clock.instant())));
    return transactions.inTenant(ref.dealershipId(), work);
  }

  /** Leaves the account's regular check for its next time. */
  Mono<Void> postpone(AccountRef ref) {
    Mono<Void> work =
        checks
            .findLocked(ref.fbAccountId())
            .flatMap(check -> checks.save(check.postponed(schedule.after(clock.instant()))));
    return transactions.inTenant(ref.dealershipId(), work);
  }

  private Mono<Void> beginDue(FbAccount account, SessionCheck check, Instant now) {
    if (account.state() == AccountState.CHECKING) {
      return ofNewSession(account);
    }
    if (account.state() != AccountState.VALID) {
      return checks.save(check.postponed(schedule.after(now)));
    }
    Instant rest = account.restEndAt(now);
    if (rest != null) {
      return checks.save(check.postponed(rest));
    }
    // A successful job has shown the same meanwhile.
    Instant seen = account.lastCheckedAt();
    Instant next = seen == null ? now : schedule.after(seen);
    return next.isAfter(now)
        ? checks.save(check.postponed(next))
        : line(check.asked(Ids.next(), now)).then();
  }
}
