package com.lotview.inventory.imports;

import com.lotview.inventory.imports.row.Learned;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** What persons said that columns mean. Every call runs in a transaction of a dealership. */
public interface MappingStore {
  Mono<Learned> learned();

  /** Replaces all that was said. */
  Mono<Void> replace(UUID dealershipId, UUID userId, Map<String, String> fields);
}
