package com.lotview.posting.account.connect;

import com.lotview.kit.audit.AuditTrail;
import com.lotview.kit.audit.Changes;
import com.lotview.kit.security.Caller;
import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.posting.account.AccountDisconnected;
import com.lotview.posting.account.AccountEvents;
import com.lotview.posting.account.FbAccount;
import com.lotview.posting.account.FbAccountStore;
import com.lotview.posting.account.FbAccounts;
import com.lotview.posting.account.SessionCheckStore;
import com.lotview.posting.dispatch.AccountRef;
import com.lotview.posting.dispatch.DispatchQueue;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Disconnects an account: its session is destroyed and its waiting jobs are cancelled. The account
 * itself is kept without a session, so that its listings can be managed again once the same account
 * is connected again.
 */
@Service
public class DisconnectAccount {
  private final FbAccountStore store;
  private final SessionCheckStore checks;
  private final AccountEvents events;
  private final DispatchQueue waiting;
  private final List<AccountDisconnected> work;
  private final AuditTrail audit;
  private final TenantTransactions transactions;
  private final Clock clock;

  DisconnectAccount(
      FbAccountStore store,
      SessionCheckStore checks,
      AccountEvents events,
      DispatchQueue waiting,
      List<AccountDisconnected> work,
      AuditTrail audit,
      TenantTransactions transactions,
      Clock clock) {
    this.store = store;
    this.checks = checks;
    this.events = events;
    this.waiting = waiting;
    this.work = work;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Disconnects.
   *
   * @return how many listings of the account stay live; fails with {@code FB_ACCOUNT_NOT_FOUND}
   */
  public Mono<Long> disconnect(Caller caller, UUID id) {
    AccountRef ref = AccountRef.of(caller.dealershipId(), id);
    Mono<Long> gone =
        waiting
            .lock(ref)
            .then(Mono.defer(() -> store.find(id)))
            .zipWhen(before -> store.disconnect(id, clock.instant()))
            .switchIfEmpty(Mono.error(FbAccounts::notFound))
            .flatMap(both -> callOff(caller, both.getT1(), both.getT2()));
    return transactions.inTenant(ref.dealershipId(), gone);
  }

  private Mono<Long> callOff(Caller caller, FbAccount before, FbAccount account) {
    AccountRef ref = account.ref();
    Instant now = clock.instant();
    return waiting
        .shut(ref)
        .then(waiting.drop(ref))
        .then(checks.delete(account.id()))
        .then(store.release(account.id()))
        .thenMany(Flux.fromIterable(work))
        .concatMap(one -> one.accountDisconnected(ref))
        .reduce(0L, Long::sum)
        .flatMap(live ->
            events
                .sessionChanged(account, null, now)
                .then(
                    audit.record(
                        caller,
                        "fb-account.disconnected",
                        "fb-account/" + account.id(),
                        Changes.between(before, account)))
                .thenReturn(live));
  }
}
