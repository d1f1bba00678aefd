package com.lotview.posting.change;

import com.lotview.posting.id.DealershipId;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import reactor.core.publisher.Mono;

/**
 * The last known state of vehicles. Every method joins the running transaction and sees its
 * dealership only.
 */
public interface VehicleStatuses {

  /** Stores a status; one that is older than the stored one changes nothing. */
  Mono<Void> note(DealershipId dealership, UUID vehicleId, String status, Instant at);

  /** Notes that these vehicles have left the lot. */
  Mono<Void> noteMissing(DealershipId dealership, Collection<UUID> vehicleIds, Instant at);

  /** Whether the vehicle was on the lot, as last known. */
  Mono<Boolean> isOnLot(UUID vehicleId);

  /** Those of the vehicles that were on the lot after that moment. */
  Mono<Set<UUID>> onLotSince(Collection<UUID> vehicleIds, Instant since);
}
