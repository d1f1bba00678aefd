package com.lotview.inventory.feedout;

import com.lotview.inventory.feedout.format.FeedDealer;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Who the dealership is. */
public interface DealerSource {
  /** Its name and address; fails with {@code SERVICE_UNAVAILABLE} if they are not available now. */
  Mono<FeedDealer> get(UUID dealershipId);
}
