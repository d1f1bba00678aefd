package com.lotview.posting.account.sharing;

import com.lotview.kit.audit.AuditTrail;
import com.lotview.kit.audit.Audited;
import com.lotview.kit.audit.Changes;
import com.lotview.kit.error.ExpectedVersion;
import com.lotview.kit.security.Caller;
import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.posting.account.FbAccount;
import com.lotview.posting.account.FbAccounts;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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
  @Audited
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

  /**
   * Gives the account another label, another country, or both.
   *
   * @param label null: unchanged
   * @param country of its listings' currency; null: unchanged; empty: the dealership's
   */
  public Mono<Shared> edit(
      Caller caller,
      UUID id,
      @Nullable String label,
      @Nullable String country,
      ExpectedVersion expected) {
    return change(
        caller,
        id,
        expected,
        label == null ? "fb-account.moved" : "fb-account.renamed",
        account -> rename(id, label).then(move(id, country)));
  }

  private Mono<Void> rename(UUID id, @Nullable String label) {
    return label == null ? Mono.empty() : store.rename(id, label, clock.instant());
  }

  private Mono<Void> move(UUID id, @Nullable String country) {
    return country == null
        ? Mono.empty()
        : store.move(id, country.isEmpty() ? null : country, clock.instant());
  }

  private Mono<Shared> change(
      Caller caller,
      UUID id,
      ExpectedVersion expected,
      String action,
      Function<FbAccount, Mono<Void>> change) {
    Mono<Shared> work =
        shared(id)
            .doOnNext(before -> expected.check(before.account().version()))
            .flatMap(before ->
                change
                    .apply(before.account())
                    .then(Mono.defer(() -> shared(id)))
                    .delayUntil(after ->
                        audit.record(
                            caller, action, "fb-account/" + id, Changes.between(before, after))));
    return transactions.inTenant(caller.dealershipId(), work);
  }

  private Mono<FbAccount> locked(UUID id) {
    return store.findLocked(id).switchIfEmpty(Mono.error(FbAccounts::notFound));
  }

  private Mono<Shared> shared(UUID id) {
    return locked(id).zipWhen(account -> store.users(id), Shared::new);
  }
}
