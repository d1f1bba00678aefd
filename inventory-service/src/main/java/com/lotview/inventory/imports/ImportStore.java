package com.lotview.inventory.imports;

import com.lotview.inventory.imports.RowOutcome.Problem;
import com.lotview.inventory.imports.row.UnknownColumn;
import com.lotview.inventory.vehicle.Vehicle;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Stores imports and the outcomes of their rows. Every call runs in a transaction of a dealership,
 * except {@link #claim}.
 */
public interface ImportStore {
  /** Lets only one import of the dealership go on at a time, until the transaction ends. */
  Mono<Void> takeTurns(UUID dealershipId);

  /** The stock numbers, and other spellings of them among the dealership's vehicles. */
  Mono<List<String>> spellings(List<String> numbers);

  /** How many vehicles were on the lot (ACTIVE or PENDING) before that moment, and are. */
  Mono<Integer> onLot(java.time.Instant before);

  /** Notes a new import, which waits. */
  Mono<Void> submit(ImportJob job);

  /**
   * Takes an import whose runner is gone, or a waiting one. Imports that persons wait for come
   * first; among these, the dealership that was served longest ago. In a transaction across
   * dealerships. Empty if there is none, or only of dealerships that have one running.
   */
  Mono<ImportJob> claim(Duration lease);

  /** Keeps the import; false if it was cancelled or another runner has it. */
  Mono<Boolean> extend(ImportJob job, Duration lease);

  /** Notes what the file is, once it was read. */
  Mono<Void> describe(ImportJob job, int rows, List<Problem> about, List<UnknownColumn> unknown);

  /**
   * Stores the outcomes of the next rows, and moves the position behind them.
   *
   * @return the import as it is then; empty if it was cancelled or another runner has it
   */
  Mono<ImportJob> advance(ImportJob job, List<RowOutcome> rows, Duration lease);

  /** The outcomes of the rows so far, without remarks. */
  Flux<RowOutcome> outcomes(ImportJob job);

  /**
   * Notes that the import is over.
   *
   * @return as {@link #advance}
   */
  Mono<ImportJob> finish(ImportJob job, Ending ending);

  /**
   * How an import ends.
   *
   * @param vanished vehicles that the file lacked
   * @param held vehicles that the file lacked, and that stay because they are too many
   * @param warnings other remarks about the file
   */
  record Ending(
      ImportJob.State state,
      @org.jspecify.annotations.Nullable String refusal,
      int vanished,
      int held,
      List<Problem> warnings) {}

  /** Stops an import that is not over; empty if it is. */
  Mono<ImportJob> cancel(UUID id);

  /** The import; empty if there is none. */
  Mono<ImportJob> find(UUID id);

  /** The newest imports, at most so many. */
  Flux<ImportJob> newest(int most);

  /** Remarks about the file as a whole. */
  Mono<About> about(UUID id);

  /** Remarks about the file as a whole. */
  record About(List<Problem> warnings, List<UnknownColumn> columns) {}

  /**
   * Rows after a line, in the file's order.
   *
   * @param said only rows with a remark
   */
  Flux<RowOutcome> rows(UUID id, int afterLine, boolean said, int most);

  /** The first rejected rows, or the first other rows with a remark. */
  Flux<RowOutcome> said(UUID id, boolean rejected, int most);

  /** Notes which vehicles the import has taken off the lot. */
  Mono<Void> addVanished(ImportJob job, List<Vehicle> archived);

  /** Those of the vehicles that an import took off the lot and that were not changed since. */
  Mono<Set<UUID>> vanishedOf(Collection<UUID> vehicleIds);
}
