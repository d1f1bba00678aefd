package com.lotview.posting.dispatch.handover;

import com.lotview.kit.trace.Trace;
import com.lotview.posting.dispatch.AccountRef;
import com.lotview.posting.dispatch.AccountSlot;
import com.lotview.posting.dispatch.DispatchStore;
import com.lotview.posting.dispatch.JobHandlers;
import com.lotview.posting.dispatch.JobRef;
import com.lotview.posting.dispatch.PostLimits;
import com.lotview.posting.dispatch.QueueHeads;
import com.lotview.posting.dispatch.WaitingJob;
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
 * <p>Cost: a poll reads the accounts that are due, a turn the first jobs of one account. Neither
 * grows with the number of waiting jobs.
 *
 * <p>Fairness: a poll takes accounts in the order of {@link DispatchStore#freeAccounts}, one of
 * each dealership, then a second one.
 *
 * <p>It hands the fleet no more than the fleet can begin soon ({@link Handover}): a job that waits
 * here can be cancelled and changed, and keeps its place fairly.
 */
@Component
class Dispatcher {
  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
  private static final int ACCOUNTS = 50;
  private static final int AT_ONCE = 4;
  // Without a delay, an account whose dispatch fails would take the turns of others.
  private static final Duration RETRY_DELAY = Duration.ofSeconds(5);

  private final DispatchStore store;
  private final DispatchTransactions transactions;
  private final JobHandlers handlers;
  private final Handover handover;
  private final Clock clock;

  Dispatcher(
      DispatchStore store,
      DispatchTransactions transactions,
      JobHandlers handlers,
      Handover handover,
      Clock clock) {
    this.store = store;
    this.transactions = transactions;
    this.handlers = handlers;
    this.handover = handover;
    this.clock = clock;
  }

  /** Polls all due accounts; completes when each of them had its turn or was refused one. */
  Mono<Void> poll() {
    // After a round that changed nothing, another round would change nothing either.
    return handover
        .measure()
        .then(round())
        .expand(served -> served > 0 ? round() : Mono.empty())
        .then();
  }

  /**
   * Gives the account its turn unless others stand in line before it: then the polls do.
   *
   * @return whether the account needs no other poll now; never fails
   */
  Mono<Boolean> turnAtOnce(AccountRef account) {
    return Mono.defer(() -> handover.left() > 0 ? turn(account) : Mono.just(false));
  }

  /**
   * Gives the account its turn if it is free.
   *
   * @return whether the account needs no further turn now; never fails
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
    return Mono.defer(() -> {
      int accounts = Math.min(ACCOUNTS, handover.left());
      return accounts == 0
          ? Mono.just(0L)
          : transactions
              .inSystem(store.freeAccounts(clock.instant(), accounts))
              .collectList()
              .flatMap(this::giveTurns);
    });
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
        .flatMap(known -> {
          QueueHeads heads = known.getT1();
          DispatchDecision decision =
              DispatchDecision.decide(now, heads, slot.restUntil(), known.getT2());
          return carryOut(account, heads, decision, now);
        });
  }

  private Mono<? extends Collection<Instant>> taken(
      AccountRef account, QueueHeads heads, Instant now) {
    WaitingJob post = heads.limited();
    if (post == null || post.dueAt().isAfter(now)) {
      return Mono.just(List.of());
    }
    return store.taken(account, now.minus(PostLimits.DAY)).collectList();
  }

  private Mono<Boolean> carryOut(
      AccountRef account, QueueHeads heads, DispatchDecision decision, Instant now) {
    return switch (decision) {
      case DispatchDecision.Wait wait -> store.pollAgain(account, wait.until()).thenReturn(true);
      case DispatchDecision.Go go ->
          handover.take()
              ? start(account, go.job(), now)
                  .contextWrite(context -> Trace.with(context, heads.traceparent(go.job())))
              : Mono.just(false);
    };
  }

  private Mono<Boolean> start(AccountRef account, JobRef job, Instant now) {
    Mono<Void> gone =
        store.remove(account.dealership(), job.id()).doFinally(end -> handover.giveBack());
    return handlers
        .of(job.kind())
        .start(job.id(), now)
        .flatMap(attempt -> store.occupy(account, job, attempt, now).thenReturn(true))
        .switchIfEmpty(Mono.defer(() -> gone.thenReturn(true)));
  }

  private Mono<Boolean> setAside(AccountRef account, Throwable error) {
    LOG.warn("Account {} keeps its jobs for now: {}", account.fbAccountId(), error.toString());
    Mono<Boolean> aside =
        store
            .claim(account)
            .flatMap(slot ->
                store.pollAgain(account, clock.instant().plus(RETRY_DELAY)).thenReturn(true))
            .defaultIfEmpty(false);
    return transactions.inTenant(account.dealershipId(), aside).onErrorReturn(false);
  }
}
