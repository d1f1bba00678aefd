package com.lotview.posting.vehicle;

import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** What the people of a dealership are called; may be up to a minute behind. */
public interface PersonNames {

  /**
   * The names by user id, also of people who left, and of API keys. Never fails: what cannot be
   * known is missing, since a name is not worth a list.
   */
  Mono<Map<UUID, String>> of(UUID dealershipId);
}
