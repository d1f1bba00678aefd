package com.lotview.posting.account;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.kit.web.ApiException;
import com.lotview.posting.dispatch.WaitingList;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** The dealership's accounts: which there are, which one to use, and their sessions. */
@Service
public class FbAccounts {
  private final FbAccountStore store;
  private final AccountEvents events;
  private final WaitingList waiting;
  private final TenantTransactions transactions;
  private final Clock clock;

  FbAccounts(
      FbAccountStore store,
      AccountEvents events,
      WaitingList waiting,
      TenantTransactions transactions,
      Clock clock) {
    this.store = store;
    this.events = events;
    this.waiting = waiting;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** All accounts of the dealership, oldest first. */
  public Mono<List<FbAccount>> list(UUID dealershipId) {
    return transactions.inTenant(dealershipId, store.findAll().collectList());
  }

  /**
   * The account for a new posting, in the running transaction.
   *
   * @param wanted null: the dealership's only valid one
   * @return fails with an {@link ApiException} if there is none that can be used
   */
  public Mono<FbAccount> choose(@Nullable UUID wanted) {
    return store.findAll().collectList().map(accounts -> AccountChoice.choose(wanted, accounts));
  }

  /** The sealed session, for the worker; fails with {@code FB_ACCOUNT_NOT_FOUND}. */
  public Mono<SealedSession> session(UUID dealershipId, UUID id) {
    return transactions
        .inTenant(dealershipId, store.findSession(id))
        .switchIfEmpty(Mono.error(FbAccounts::notFound));
  }

  /**
   * Keeps the session as the worker left it.
   *
   * @param version the version which the worker had read
   * @return false if the account got a newer session meanwhile; it is kept
   */
  public Mono<Boolean> refreshSession(
      UUID dealershipId, UUID id, String sealedSession, long version) {
    Mono<Boolean> refresh =
        store
            .findSession(id)
            .switchIfEmpty(Mono.error(FbAccounts::notFound))
            .flatMap(known -> store.refresh(id, sealedSession, version, clock.instant()));
    return transactions.inTenant(dealershipId, refresh);
  }

  /**
   * The site no longer takes the session: the account's postings wait for its owner. Joins the
   * running transaction, which holds the lock on the account's turn. Told once, not per posting.
   */
  public Mono<Void> needsLogin(UUID dealershipId, UUID id, @Nullable String reason, Instant now) {
    return waiting
        .shut(dealershipId, id)
        .then(store.markNeedsLogin(id, now))
        .flatMap(account -> events.sessionChanged(account, reason, now));
  }

  private static ApiException notFound() {
    return new ApiException(ErrorCode.FB_ACCOUNT_NOT_FOUND, ErrorCode.FB_ACCOUNT_NOT_FOUND.title());
  }
}
