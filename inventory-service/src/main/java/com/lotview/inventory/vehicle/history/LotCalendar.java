package com.lotview.inventory.vehicle.history;

import java.time.ZonedDateTime;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** The time at a dealership: days on the lot are counted in its own time zone. */
public interface LotCalendar {

  /** Now, there; never fails: if the zone cannot be read, UTC. */
  Mono<ZonedDateTime> now(UUID dealershipId);
}
