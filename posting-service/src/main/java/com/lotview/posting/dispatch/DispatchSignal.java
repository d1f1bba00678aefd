package com.lotview.posting.dispatch;

import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Wakes the dispatcher of this process when a transaction that concerns it has committed. Only a
 * hint: what is missed here, or committed by another process, is found by the regular look.
 */
@Component
class DispatchSignal {
  private final Sinks.Many<Boolean> wakes = Sinks.many().multicast().directBestEffort();
  private final TransactionSynchronization afterCommit =
      new TransactionSynchronization() {
        @Override
        public Mono<Void> afterCommit() {
          return Mono.fromRunnable(DispatchSignal.this::wake);
        }
      };

  /** Asks for a wake when the running transaction has committed. */
  Mono<Void> wakeAfterCommit() {
    return TransactionSynchronizationManager.forCurrentTransaction()
        .doOnNext(current -> {
          if (!current.getSynchronizations().contains(afterCommit)) {
            current.registerSynchronization(afterCommit);
          }
        })
        .then();
  }

  Flux<Boolean> wakes() {
    return wakes.asFlux();
  }

  // Two transactions may commit at once; the sink wants one signal at a time.
  private synchronized void wake() {
    wakes.tryEmitNext(Boolean.TRUE);
  }
}
