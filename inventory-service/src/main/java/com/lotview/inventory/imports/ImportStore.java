package com.lotview.inventory.imports;

import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** What became of imports, at rest. Every call runs in a transaction of a dealership. */
public interface ImportStore {
  /** Lets only one import of the dealership go on at a time, until the transaction ends. */
  Mono<Void> takeTurns(UUID dealershipId);

  /** Notes that an import has begun. */
  Mono<Void> begin(ImportJob job);

  /** Notes what became of rows. */
  Mono<Void> add(ImportJob job, List<RowOutcome> rows);

  /** Notes that the import is done. */
  Mono<Void> finish(ImportJob job, ImportSummary summary);
}
