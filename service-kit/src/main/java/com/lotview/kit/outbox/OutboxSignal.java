package com.lotview.kit.outbox;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Wakes the relay of this process when a transaction with events has committed, before its next
 * poll. Only a hint: the next poll finds what a lost signal missed.
 */
public final class OutboxSignal {
  private final Sinks.Many<Boolean> wakes = Sinks.many().multicast().directBestEffort();
  private final Outbox.Wake afterCommit =
      new Outbox.Wake() {
        @Override
        public Mono<Void> afterCommit() {
          return Mono.fromRunnable(OutboxSignal.this::wake);
        }
      };

  Outbox.Wake afterCommit() {
    return afterCommit;
  }

  // Two transactions may commit at once; a wake lost to the other one's is the same wake.
  private synchronized void wake() {
    wakes.tryEmitNext(Boolean.TRUE);
  }

  Flux<Boolean> wakes() {
    return wakes.asFlux();
  }
}
