package com.lotview.posting.vehicle;

import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** What the people of a dealership are called; may be up to a minute behind. */
public interface PersonNames {

  /**
   * The names by user id, also of people who left, and of API keys. Never fails: unknown names are
   * left out, because a missing name must not fail a whole list.
   */
  Mono<Map<UUID, String>> of(UUID dealershipId);
}
