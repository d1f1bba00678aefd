package com.lotview.kit.metrics;

import org.springframework.transaction.NoTransactionException;
import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Mono;

/** Counts what has happened: a transaction that is rolled back has not. */
public final class AfterCommit {
  private AfterCommit() {}

  /** Runs the count when the running transaction has committed; at once if there is none. */
  public static Mono<Void> count(Runnable count) {
    return TransactionSynchronizationManager.forCurrentTransaction()
        .doOnNext(current -> current.registerSynchronization(after(count)))
        .then()
        .onErrorResume(NoTransactionException.class, none -> Mono.fromRunnable(count));
  }

  private static TransactionSynchronization after(Runnable count) {
    return new TransactionSynchronization() {
      @Override
      public Mono<Void> afterCommit() {
        return Mono.fromRunnable(count);
      }
    };
  }
}
