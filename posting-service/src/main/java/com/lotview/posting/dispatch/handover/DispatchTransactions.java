package com.lotview.posting.dispatch.handover;

import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Where the dispatcher's work runs: a transaction ends well or leaves nothing, and with it end the
 * locks taken in it.
 */
public interface DispatchTransactions {

  /** Runs the work in a transaction of the dealership. */
  <T> Mono<T> inTenant(UUID dealershipId, Mono<T> work);

  /** Runs the work in a transaction across dealerships. */
  <T> Flux<T> inSystem(Flux<T> work);
}
