package com.lotview.inventory.imports;

import com.lotview.inventory.imports.row.Learned;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Mono;

/**
 * Meanings of columns, as people have set them. Every call runs in a transaction of a dealership.
 */
public interface MappingStore {
  Mono<Learned> learned();

  /** Replaces all of them. */
  Mono<Void> replace(UUID dealershipId, UUID userId, Map<String, String> fields);
}
