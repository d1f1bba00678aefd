package com.lotview.posting.dispatch;

import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Wakes the dispatcher of this process for an account that may have something to do, after the
 * transaction that caused it has committed. Only a hint: the regular poll finds what was missed
 * here or committed by another process.
 */
@Component
public class DispatchSignal {
  private final Sinks.Many<AccountRef> wakes = Sinks.many().multicast().directBestEffort();
  private final Sinks.Many<Boolean> polls = Sinks.many().multicast().directBestEffort();

  /** A wake to come; equal ones of a transaction are one. */
  private record Wake(DispatchSignal signal, AccountRef account)
      implements TransactionSynchronization {
    @Override
    public Mono<Void> afterCommit() {
      return Mono.fromRunnable(() -> signal.wake(account));
    }
  }

  /** A poll to come; a transaction needs no second one. */
  private record Poll(DispatchSignal signal) implements TransactionSynchronization {
    @Override
    public Mono<Void> afterCommit() {
      return Mono.fromRunnable(signal::poll);
    }
  }

  /** Asks for a wake when the running transaction has committed. */
  Mono<Void> wakeAfterCommit(AccountRef account) {
    return afterCommit(new Wake(this, account));
  }

  /** Asks for a poll of all due accounts when the running transaction has committed. */
  Mono<Void> pollAfterCommit() {
    return afterCommit(new Poll(this));
  }

  private static Mono<Void> afterCommit(TransactionSynchronization wake) {
    return TransactionSynchronizationManager.forCurrentTransaction()
        .doOnNext(current -> {
          if (!current.getSynchronizations().contains(wake)) {
            current.registerSynchronization(wake);
          }
        })
        .then();
  }

  public Flux<AccountRef> wakes() {
    return wakes.asFlux();
  }

  public Flux<Boolean> polls() {
    return polls.asFlux();
  }

  /** Asks for a poll of all due accounts: the fleet may take more jobs than before. */
  public synchronized void poll() {
    polls.tryEmitNext(true);
  }

  // Two transactions may commit at once; the sink wants one signal at a time.
  private synchronized void wake(AccountRef account) {
    wakes.tryEmitNext(account);
  }
}
