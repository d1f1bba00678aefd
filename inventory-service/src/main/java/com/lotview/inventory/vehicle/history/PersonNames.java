package com.lotview.inventory.vehicle.history;

import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Names of a dealership's people; may be up to a minute behind. */
public interface PersonNames {

  /** The names that are known, by id; never fails: if they cannot be read, none. */
  Mono<Map<UUID, String>> of(UUID dealershipId);
}
