package com.lotview.posting.dispatch;

import com.lotview.kit.tenant.TenantTransactions;
import java.time.Clock;
import java.time.Instant;
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
 */
@Component
class Dispatcher {
  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
  private static final int ACCOUNTS = 50;
  private static final int AT_ONCE = 4;
  private static final int PLANNED = 1000;

  private final DispatchStore store;
  private final TenantTransactions transactions;
  private final Map<JobKind, Departure> departures;
  private final Clock clock;

  Dispatcher(
      DispatchStore store,
      TenantTransactions transactions,
      List<Departure> departures,
      Clock clock) {
    this.store = store;
    this.transactions = transactions;
    this.departures =
        departures.stream().collect(Collectors.toUnmodifiableMap(Departure::kind, one -> one));
    this.clock = clock;
  }

  /** One look at all accounts; completes when every turn found has been given or refused. */
  Mono<Void> look() {
    return round().expand(found -> found == ACCOUNTS ? round() : Mono.empty()).then();
  }

  private Mono<Integer> round() {
    return Mono.defer(() ->
        transactions
            .inSystemMany(store.freeAccounts(clock.instant(), ACCOUNTS))
            .collectList()
            .flatMap(this::giveTurns));
  }

  private Mono<Integer> giveTurns(List<FreeAccount> accounts) {
    return Flux.fromIterable(accounts)
        .flatMap(this::giveTurn, AT_ONCE)
        .filter(sent -> sent)
        .count()
        // A round that sent nothing would only be repeated.
        .map(sent -> sent == 0 ? 0 : accounts.size());
  }

  private Mono<Boolean> giveTurn(FreeAccount account) {
    Mono<Boolean> turn =
        store
            .claim(account.dealershipId(), account.fbAccountId())
            .flatMap(claimed -> claimed ? decide(account) : Mono.just(false));
    return transactions
        .inTenant(account.dealershipId(), turn)
        .onErrorResume(error -> {
          LOG.warn(
              "Account {} keeps its postings for now: {}", account.fbAccountId(), error.toString());
          return Mono.just(false);
        });
  }

  private Mono<Boolean> decide(FreeAccount account) {
    Instant now = clock.instant();
    Instant yesterday = now.minus(PostLimits.DAY);
    return store
        .waiting(account.dealershipId(), account.fbAccountId(), now, PLANNED)
        .collectList()
        .zipWhen(waiting ->
            store.taken(account.dealershipId(), account.fbAccountId(), yesterday).collectList())
        .map(known -> Turn.decide(now, known.getT1(), known.getT2()))
        .flatMap(turn -> carryOut(account, turn, now));
  }

  private Mono<Boolean> carryOut(FreeAccount account, Turn turn, Instant now) {
    return switch (turn) {
      case Turn.Idle idle -> Mono.just(false);
      case Turn.Postpone postpone ->
          store.postpone(account.dealershipId(), postpone.moves()).thenReturn(false);
      case Turn.Go go -> send(account, go, now).thenReturn(true);
    };
  }

  private Mono<Void> send(FreeAccount account, Turn.Go go, Instant now) {
    Mono<Void> gone = store.remove(account.dealershipId(), go.job().id());
    return departure(go.job().kind())
        .depart(account.dealershipId(), go.job().id(), now)
        .flatMap(attempt ->
            store
                .occupy(account.dealershipId(), account.fbAccountId(), go.job(), attempt, now)
                .thenReturn(attempt))
        .switchIfEmpty(Mono.defer(() -> gone.thenReturn(0)))
        .then();
  }

  private Departure departure(JobKind kind) {
    return Objects.requireNonNull(departures.get(kind), () -> "Nobody sends a " + kind);
  }
}
