package com.lotview.inventory.market;

import com.lotview.contracts.Market;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Where dealerships are. */
public interface Markets {
  /**
   * Where the dealership is, in a transaction of its own or the running one of the dealership. It
   * is the United States until auth-service's first event is here, within seconds of the
   * dealership's making: a price that was read in the wrong currency by then is not posted, but
   * refused by name.
   */
  Mono<Market> of(UUID dealershipId);

  /** Stores where the dealership is, in its running transaction. */
  Mono<Void> put(UUID dealershipId, Market market);
}
