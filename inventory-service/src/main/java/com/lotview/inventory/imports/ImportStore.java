package com.lotview.inventory.imports;

import com.lotview.inventory.vehicle.Vehicle;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** What became of imports, at rest. Every call runs in a transaction of a dealership. */
public interface ImportStore {
  /** Lets only one import of the dealership go on at a time, until the transaction ends. */
  Mono<Void> takeTurns(UUID dealershipId);

  /** The stock numbers, and how else vehicles of the dealership spell them. */
  Mono<List<String>> spellings(List<String> numbers);

  /** Notes that an import has begun. */
  Mono<Void> begin(ImportJob job);

  /** Notes what became of rows. */
  Mono<Void> add(ImportJob job, List<RowOutcome> rows);

  /** Notes which vehicles the import has taken off the lot. */
  Mono<Void> addVanished(ImportJob job, List<Vehicle> archived);

  /** Those of the vehicles that an import took off the lot and nobody has changed since. */
  Mono<Set<UUID>> vanishedOf(Collection<UUID> vehicleIds);

  /** Notes that the import is done. */
  Mono<Void> finish(ImportJob job, ImportSummary summary);
}
