package com.lotview.posting.dispatch;

import com.lotview.kit.web.Trace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Sends due jobs on their way. Fails closed: what it cannot count, it does not send. Several
 * processes may dispatch at once; the lock on an account's slot keeps them apart.
 *
 * <p>Cost: a look reads the accounts that are due, a turn the first jobs of one account. Neither
 * grows with the number of jobs that wait.
 *
 * <p>Fairness: the accounts of a look come in the order of {@link DispatchStore#freeAccounts}, one
 * of each dealership, then a second one. What stands in the fleet's queue is bounded by itself, one
 * job per account; who of those runs first is the fleet's to share out. A further bound here would
 * have to know the size of the fleet, and would let moments pass that the limits allowed.
 */
@Component
class Dispatcher {
  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
  private static final int ACCOUNTS = 50;
  private static final int AT_ONCE = 4;
  // An account whose turn fails stands aside for that long, lest it take the others' turns.
  private static final Duration ASIDE = Duration.ofSeconds(5);

  private final DispatchStore store;
  private final DispatchTransactions transactions;
  private final Map<JobKind, Departure> departures;
  private final Clock clock;

  Dispatcher(
      DispatchStore store,
      DispatchTransactions transactions,
      List<Departure> departures,
      Clock clock) {
    this.store = store;
    this.transactions = transactions;
    this.departures =
        departures.stream().collect(Collectors.toUnmodifiableMap(Departure::kind, one -> one));
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
            .claim(account.dealershipId(), account.fbAccountId())
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
        .heads(account.dealershipId(), account.fbAccountId())
        .zipWhen(heads -> taken(account, heads, now))
        .flatMap(known -> {
          QueueHeads heads = known.getT1();
          Turn turn = Turn.decide(now, heads, slot.restUntil(), known.getT2());
          return carryOut(account, heads, turn, now);
        })
        .thenReturn(true);
  }

  private Mono<? extends Collection<Instant>> taken(
      AccountRef account, QueueHeads heads, Instant now) {
    WaitingJob post = heads.limited();
    if (post == null || post.dueAt().isAfter(now)) {
      return Mono.just(List.of());
    }
    return store
        .taken(account.dealershipId(), account.fbAccountId(), now.minus(PostLimits.DAY))
        .collectList();
  }

  private Mono<Void> carryOut(AccountRef account, QueueHeads heads, Turn turn, Instant now) {
    return switch (turn) {
      case Turn.Wait wait ->
          store.lookAgain(account.dealershipId(), account.fbAccountId(), wait.until());
      case Turn.Go go ->
          send(account, go.job(), now)
              .contextWrite(context -> Trace.with(context, heads.traceparent(go.job())));
    };
  }

  private Mono<Void> send(AccountRef account, JobRef job, Instant now) {
    Mono<Void> gone = store.remove(account.dealershipId(), job.id());
    return departure(job.kind())
        .depart(account.dealershipId(), job.id(), now)
        .flatMap(attempt ->
            store
                .occupy(account.dealershipId(), account.fbAccountId(), job, attempt, now)
                .thenReturn(attempt))
        .switchIfEmpty(Mono.defer(() -> gone.thenReturn(0)))
        .then();
  }

  private Departure departure(JobKind kind) {
    return Objects.requireNonNull(departures.get(kind), () -> "Nobody sends a " + kind);
  }

  private Mono<Boolean> setAside(AccountRef account, Throwable error) {
    LOG.warn("Account {} keeps its jobs for now: {}", account.fbAccountId(), error.toString());
    Mono<Boolean> aside =
        store
            .claim(account.dealershipId(), account.fbAccountId())
            .flatMap(slot ->
                store
                    .lookAgain(
                        account.dealershipId(), account.fbAccountId(), clock.instant().plus(ASIDE))
                    .thenReturn(true))
            .defaultIfEmpty(false);
    return transactions.inTenant(account.dealershipId(), aside).onErrorReturn(false);
  }
}
