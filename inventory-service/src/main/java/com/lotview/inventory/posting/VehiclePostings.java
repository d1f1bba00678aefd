package com.lotview.inventory.posting;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Latest postings of vehicles. Joins the running transaction of a dealership. */
public interface VehiclePostings {

  /** Keeps the posting's state; false if a later posting or a later state is known. */
  Mono<Boolean> keep(UUID dealershipId, VehiclePosting posting);

  /** The latest posting of each of the vehicles that had one. */
  Mono<Map<UUID, VehiclePosting>> of(Collection<UUID> vehicleIds);
}
