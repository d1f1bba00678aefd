package com.lotview.posting.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Starts due jobs. Fails closed: it starts no job that it cannot count. Several processes may
 * dispatch at once; the lock on an account's slot keeps them apart.
 *
 * <p>Cost: a look reads the accounts that are due, a turn the first jobs of one account. Neither
 * grows with the number of waiting jobs.
 *
 * <p>Fairness: a look takes accounts in the order of {@link DispatchStore#freeAccounts}, one of
 * each dealership, then a second one. The fleet's queue holds at most one job per account and
 * decides itself which of them runs first. A further bound here would depend on the size of the
 * fleet, and would waste time that the limits allow.
 */
@Component
class Dispatcher {
  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
  private static final int ACCOUNTS = 50;
  private static final int AT_ONCE = 4;
  // After a failed turn; without it, a broken account would take the turns of others.
  private static final Duration ASIDE = Duration.ofSeconds(5);

  private final DispatchStore store;
  private final DispatchTransactions transactions;
  private final JobHandlers handlers;
  private final Clock clock;

  Dispatcher(
      DispatchStore store, DispatchTransactions transactions, JobHandlers handlers, Clock clock) {
    this.store = store;
    this.transactions = transactions;
    this.handlers = handlers;
    this.clock = clock;
  }

  /** One look at all due accounts; completes when every turn found has been given or refused. */
  Mono<Void> look() {
    // A round that changed nothing would only be repeated.
    return round().expand(served -> served > 0 ? round() : Mono.empty()).then();
  }

  /**
   * Gives the account its turn if it is free.
   *
   * @return whether the account needs no other look now; never fails
   */
  Mono<Boolean> turn(AccountRef account) {
    Mono<Boolean> turn =
        store
            .claim(account)
            .flatMap(slot -> slot.isFree() ? decide(account, slot) : Mono.just(true))
            .defaultIfEmpty(false);
    return transactions
        .inTenant(account.dealershipId(), turn)
        .onErrorResume(error -> setAside(account, error));
  }

  private Mono<Long> round() {
    return Mono.defer(() ->
        transactions
            .inSystem(store.freeAccounts(clock.instant(), ACCOUNTS))
            .collectList()
            .flatMap(this::giveTurns));
  }

  private Mono<Long> giveTurns(List<AccountRef> accounts) {
    return Flux.fromIterable(accounts)
        .flatMap(this::turn, AT_ONCE)
        .filter(served -> served)
        .count();
  }

  private Mono<Boolean> decide(AccountRef account, AccountSlot slot) {
    Instant now = clock.instant();
    return store
        .heads(account)
        .zipWhen(heads -> taken(account, heads, now))
        .map(known -> Turn.decide(now, known.getT1(), slot.restUntil(), known.getT2()))
        .flatMap(turn -> carryOut(account, turn, now))
        .thenReturn(true);
  }

  private Mono<? extends Collection<Instant>> taken(
      AccountRef account, QueueHeads heads, Instant now) {
    WaitingJob post = heads.limited();
    if (post == null || post.dueAt().isAfter(now)) {
      return Mono.just(List.of());
    }
    return store.taken(account, now.minus(PostLimits.DAY)).collectList();
  }

  private Mono<Void> carryOut(AccountRef account, Turn turn, Instant now) {
    return switch (turn) {
      case Turn.Wait wait -> store.lookAgain(account, wait.until());
      case Turn.Go go -> start(account, go.job(), now);
    };
  }

  private Mono<Void> start(AccountRef account, JobRef job, Instant now) {
    Mono<Void> gone = store.remove(account.dealership(), job.id());
    return handlers
        .of(job.kind())
        .start(job.id(), now)
        .flatMap(attempt -> store.occupy(account, job, attempt, now).thenReturn(attempt))
        .switchIfEmpty(Mono.defer(() -> gone.thenReturn(0)))
        .then();
  }

  private Mono<Boolean> setAside(AccountRef account, Throwable error) {
    LOG.warn("Account {} keeps its jobs for now: {}", account.fbAccountId(), error.toString());
    Mono<Boolean> aside =
        store
            .claim(account)
            .flatMap(slot -> store.lookAgain(account, clock.instant().plus(ASIDE)).thenReturn(true))
            .defaultIfEmpty(false);
    return transactions.inTenant(account.dealershipId(), aside).onErrorReturn(false);
  }
}
