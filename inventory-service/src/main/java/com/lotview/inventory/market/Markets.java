package com.lotview.inventory.market;

import com.lotview.contracts.Market;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Where dealerships are. */
public interface Markets {
  /**
   * Where the dealership is, in a transaction of its own or the running one of the dealership. It
   * is the United States until auth-service's first event arrives, within seconds of the
   * dealership's creation. A price that was read in the wrong currency until then is not posted;
   * posting-service refuses it with the reason.
   */
  Mono<Market> of(UUID dealershipId);

  /** Stores where the dealership is, in its running transaction. */
  Mono<Void> put(UUID dealershipId, Market market);
}
