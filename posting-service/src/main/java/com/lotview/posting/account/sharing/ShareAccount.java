package com.lotview.posting.account.sharing;

import com.lotview.kit.audit.AuditTrail;
import com.lotview.kit.error.ExpectedVersion;
import com.lotview.kit.security.Caller;
import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.posting.account.FbAccount;
import com.lotview.posting.account.FbAccounts;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Shares accounts with people, and names them. Every method fails with {@code
 * FB_ACCOUNT_NOT_FOUND}, and those that change something with {@code VERSION_CONFLICT}.
 */
@Service
public class ShareAccount {
  private final SharingStore store;
  private final AuditTrail audit;
  private final TenantTransactions transactions;
  private final Clock clock;

  ShareAccount(SharingStore store, AuditTrail audit, TenantTransactions transactions, Clock clock) {
    this.store = store;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** An account and who may post through it. */
  public record Shared(FbAccount account, AccountUsers users) {}

  /** Who may post through the account. */
  public Mono<Shared> find(UUID dealershipId, UUID id) {
    return transactions.inTenant(dealershipId, shared(id));
  }

  /** Replaces who may; postings that were ordered before stay. */
  public Mono<Shared> share(Caller caller, UUID id, AccountUsers users, ExpectedVersion expected) {
    return change(
        caller,
        id,
        expected,
        "fb-account.shared",
        account -> store.share(account, users, clock.instant()));
  }

  /** Gives the account another label. */
  public Mono<Shared> rename(Caller caller, UUID id, String label, ExpectedVersion expected) {
    return change(
        caller,
        id,
        expected,
        "fb-account.renamed",
        account -> store.rename(id, label, clock.instant()));
  }

  private Mono<Shared> change(
      Caller caller,
      UUID id,
      ExpectedVersion expected,
      String action,
      Function<FbAccount, Mono<Void>> change) {
    Mono<Shared> work =
        locked(id)
            .doOnNext(account -> expected.check(account.version()))
            .flatMap(change)
            .then(Mono.defer(() -> shared(id)))
            .flatMap(shared -> audit.record(caller, action, "fb-account/" + id).thenReturn(shared));
    return transactions.inTenant(caller.dealershipId(), work);
  }

  private Mono<FbAccount> locked(UUID id) {
    return store.findLocked(id).switchIfEmpty(Mono.error(FbAccounts::notFound));
  }

  private Mono<Shared> shared(UUID id) {
    return locked(id).zipWhen(account -> store.users(id), Shared::new);
  }
}
