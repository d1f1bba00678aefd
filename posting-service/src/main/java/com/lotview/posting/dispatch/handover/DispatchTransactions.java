package com.lotview.posting.dispatch.handover;

import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Runs the dispatcher's work in transactions: each commits or is rolled back completely, and
 * releases its locks at its end.
 */
public interface DispatchTransactions {

  /** Runs the work in a transaction of the dealership. */
  <T> Mono<T> inTenant(UUID dealershipId, Mono<T> work);

  /** Runs the work in a transaction across dealerships. */
  <T> Flux<T> inSystem(Flux<T> work);
}
