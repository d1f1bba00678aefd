package com.lotview.posting.account;

import com.lotview.contracts.ErrorCode;
import com.lotview.contracts.Market;
import com.lotview.contracts.Permission;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.security.Caller;
import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.posting.dispatch.AccountRef;
import com.lotview.posting.dispatch.DispatchQueue;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The dealership's accounts: which there are, which one to use, and their sessions. */
@Service
public class FbAccounts {
  private final FbAccountStore store;
  private final SessionCheckStore checks;
  private final AccountEvents events;
  private final DispatchQueue waiting;
  private final SessionRestored restored;
  private final TenantTransactions transactions;
  private final Clock clock;

  FbAccounts(
      FbAccountStore store,
      SessionCheckStore checks,
      AccountEvents events,
      DispatchQueue waiting,
      SessionRestored restored,
      TenantTransactions transactions,
      Clock clock) {
    this.store = store;
    this.checks = checks;
    this.events = events;
    this.waiting = waiting;
    this.restored = restored;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * An account with its current activity.
   *
   * @param waitingJobs how many jobs of it wait for their turn
   * @param check the latest
   */
  public record View(FbAccount account, long waitingJobs, @Nullable SessionCheck check) {}

  /** The connected accounts through which the caller may post, oldest first. */
  public Mono<List<FbAccount>> list(Caller caller) {
    return transactions.inTenant(caller.dealershipId(), usable(caller).collectList());
  }

  // A person who may manage accounts may use all of them.
  private Flux<FbAccount> usable(Caller caller) {
    return caller.permits(Permission.FB_ACCOUNTS_READ)
        ? store.findAll()
        : store.findUsable(caller.userId());
  }

  /** The labels of these accounts, in the running transaction. */
  public Mono<Map<UUID, String>> labels(Collection<UUID> ids) {
    return ids.isEmpty() ? Mono.just(Map.of()) : store.labels(ids);
  }

  /** One account with its current activity; fails with {@code FB_ACCOUNT_NOT_FOUND}. */
  public Mono<View> view(AccountRef ref) {
    Mono<View> view =
        store
            .find(ref.fbAccountId())
            .switchIfEmpty(Mono.error(FbAccounts::notFound))
            .zipWhen(account -> store.countWaiting(ref.fbAccountId()))
            .flatMap(found ->
                checks
                    .find(ref.fbAccountId())
                    .map(check -> new View(found.getT1(), found.getT2(), check))
                    .defaultIfEmpty(new View(found.getT1(), found.getT2(), null)));
    return transactions.inTenant(ref.dealershipId(), view);
  }

  /**
   * The account for a new posting of the caller, in the running transaction.
   *
   * @param wanted null: the only valid one that the caller may use
   * @return fails with an {@link RefusalException} if there is none that can be used
   */
  public Mono<FbAccount> choose(Caller caller, @Nullable UUID wanted) {
    return usable(caller).collectList().map(accounts -> AccountChoice.choose(wanted, accounts));
  }

  /**
   * Where the listings of a new posting will be: the wanted account, or the only one.
   *
   * @param dealership where the dealership is: the answer where no account decides
   */
  public Mono<Market> market(UUID dealershipId, @Nullable UUID wanted, Market dealership) {
    Mono<Market> found =
        (wanted == null ? store.findAll() : store.find(wanted).flux())
            .collectList()
            .map(accounts ->
                accounts.size() == 1 ? accounts.getFirst().market(dealership) : dealership);
    return transactions.inTenant(dealershipId, found);
  }

  /** That account, in the running transaction; fails with {@code FB_ACCOUNT_NOT_FOUND}. */
  public Mono<FbAccount> named(UUID id) {
    return store.find(id).switchIfEmpty(Mono.error(FbAccounts::notFound));
  }

  /** The sealed session, for the worker; fails with {@code FB_ACCOUNT_NOT_FOUND}. */
  public Mono<SealedSession> session(AccountRef ref) {
    return transactions
        .inTenant(ref.dealershipId(), store.findSession(ref.fbAccountId()))
        .switchIfEmpty(Mono.error(FbAccounts::notFound));
  }

  /**
   * Keeps the session as the worker left it.
   *
   * @param version the version which the worker had read
   * @return false if the account got a newer session meanwhile; it is kept
   */
  public Mono<Boolean> refreshSession(AccountRef ref, String sealedSession, long version) {
    Mono<Boolean> refresh =
        store
            .findSession(ref.fbAccountId())
            .switchIfEmpty(Mono.error(FbAccounts::notFound))
            .flatMap(
                known -> store.refresh(ref.fbAccountId(), sealedSession, version, clock.instant()));
    return transactions.inTenant(ref.dealershipId(), refresh);
  }

  /**
   * Replaces the seal of a session by one of another key. The session and its version stay, so jobs
   * can read and save the session meanwhile.
   *
   * @param version the version which the worker had read
   * @return false if the account got a newer session meanwhile
   */
  public Mono<Boolean> resealSession(AccountRef ref, String sealedSession, long version) {
    return transactions.inTenant(
        ref.dealershipId(), store.reseal(ref.fbAccountId(), sealedSession, version));
  }

  /** Accounts of all dealerships by their ids, from the one behind {@code after} on. */
  public Mono<List<AccountRef>> refs(@Nullable UUID after, int limit) {
    return transactions.inSystem(store.refs(after, limit).collectList());
  }

  /**
   * The site no longer takes the session: the account's postings wait for its owner. Joins the
   * running transaction, which holds the lock on the account's turn. Reported once, not once per
   * posting.
   */
  public Mono<Void> needsLogin(AccountRef ref, @Nullable String reason, Instant now) {
    return waiting
        .shut(ref)
        .then(store.markNeedsLogin(ref.fbAccountId(), now))
        .flatMap(account -> events.sessionChanged(account, reason, now));
  }

  /**
   * The site was seen to take the session: an account that waited for its owner goes on. Joins the
   * running transaction, which holds the lock on the account's turn.
   */
  public Mono<Void> seenValid(AccountRef ref, Instant now) {
    return store
        .markValid(ref.fbAccountId(), now)
        .flatMap(account ->
            waiting
                .open(ref)
                .then(events.sessionChanged(account, null, now))
                .then(Mono.defer(() -> restored.sessionRestored(ref))));
  }

  public static RefusalException notFound() {
    return new RefusalException(
        ErrorCode.FB_ACCOUNT_NOT_FOUND, ErrorCode.FB_ACCOUNT_NOT_FOUND.title());
  }
}
