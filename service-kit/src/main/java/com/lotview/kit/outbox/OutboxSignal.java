package com.lotview.kit.outbox;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Tells the relay of this process that a transaction with events has committed, so that it need not
 * wait for its next look. Only a hint: what is missed here is found by the regular look.
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
