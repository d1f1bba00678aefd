package com.lotview.posting.vehicle;

import java.util.UUID;
import reactor.core.publisher.Mono;

/** Where dealerships are looked up; may be up to a minute behind. */
public interface DealershipSource {

  /** The dealership; fails with {@code SERVICE_UNAVAILABLE} if it cannot be read. */
  Mono<Dealership> get(UUID dealershipId);

  /** Whether its salespeople's postings wait for a manager; fails as above. */
  Mono<Boolean> approvalRequired(UUID dealershipId);
}
