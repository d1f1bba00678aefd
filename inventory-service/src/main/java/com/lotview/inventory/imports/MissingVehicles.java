package com.lotview.inventory.imports;

import com.lotview.inventory.imports.RowOutcome.Problem;
import com.lotview.inventory.imports.row.StockFile;
import com.lotview.inventory.imports.row.StockRow;
import com.lotview.inventory.vehicle.Vehicle;
import com.lotview.inventory.vehicle.VehicleStore;
import com.lotview.inventory.vehicle.Vehicles;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Archives the vehicles that a file of the whole stock lacks, with the event that lists them, in
 * one transaction.
 */
@Component
class MissingVehicles {
  // Each event holds a lock until the commit, and the server has room for some thousands.
  private static final int MAX_AT_ONCE = 2000;

  private final VehicleStore store;
  private final Vehicles vehicles;
  private final ImportStore imports;

  MissingVehicles(VehicleStore store, Vehicles vehicles, ImportStore imports) {
    this.store = store;
    this.vehicles = vehicles;
    this.imports = imports;
  }

  /**
   * How many there are, and what kept them on the lot, if something did.
   *
   * @param held how many the brake kept
   */
  record Found(int count, int held, List<Problem> warnings) {
    static final Found NONE = new Found(0, 0, List.of());

    private static Found kept(int line, String why) {
      return held(0, line, why);
    }

    private static Found held(int held, int line, String why) {
      return new Found(
          0, held, List.of(new Problem(line, "", "", why + "; nothing was archived", "")));
    }
  }

  /** Counts them, in the running transaction. */
  Mono<Found> look(StockFile file, List<RowOutcome> outcomes, Instant before) {
    return find(file, outcomes, before)
        .map(missing -> new Found(missing.size(), 0, List.of()))
        .switchIfEmpty(Mono.fromSupplier(() -> unclear(file).orElse(Found.NONE)));
  }

  /**
   * Archives, in the running transaction.
   *
   * @param before vehicles that came later than this are not missing
   */
  Mono<Found> archive(ImportJob job, StockFile file, List<RowOutcome> outcomes, Instant before) {
    return find(file, outcomes, before)
        .flatMap(missing ->
            missing.size() > MAX_AT_ONCE
                ? Mono.just(tooMany(missing))
                : braked(job, missing.size(), before)
                    .switchIfEmpty(Mono.defer(() -> take(job, missing))))
        .switchIfEmpty(Mono.fromSupplier(() -> unclear(file).orElse(Found.NONE)));
  }

  // Empty: the archiving may go on. A file with half of the stock is more often broken than right.
  private Mono<Found> braked(ImportJob job, int missing, Instant before) {
    Integer accepted = job.options().brake();
    if (accepted == null || missing <= accepted) {
      return Mono.empty();
    }
    return imports
        .onLot(before)
        .filter(onLot -> missing * 2L > onLot)
        .map(onLot ->
            Found.held(
                missing, 1, missing + " of " + onLot + " vehicles are missing, more than half"));
  }

  private Mono<Found> take(ImportJob job, List<Vehicle> missing) {
    return vehicles
        .vanish(job.dealershipId(), job.id(), missing)
        .flatMap(archived -> imports.addVanished(job, archived))
        .thenReturn(new Found(missing.size(), 0, List.of()));
  }

  // Empty: the missing vehicles cannot be determined.
  private Mono<List<Vehicle>> find(StockFile file, List<RowOutcome> outcomes, Instant before) {
    if (unclear(file).isPresent()) {
      return Mono.empty();
    }
    Set<UUID> named =
        outcomes.stream()
            .map(RowOutcome::vehicleId)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    // A rejected row also says that its vehicle is on the lot.
    List<String> numbers =
        file.rows().stream().map(StockRow::number).filter(Objects::nonNull).toList();
    List<String> vins =
        file.rows().stream().map(row -> row.draft().vin()).filter(Objects::nonNull).toList();
    return imports
        .spellings(numbers)
        .flatMapMany(spelled -> store.lockOthersOnLot(named, spelled, vins, before))
        .collectList();
  }

  private static Optional<Found> unclear(StockFile file) {
    if (file.rows().isEmpty()) {
      return Optional.of(Found.kept(1, "the file has no vehicle"));
    }
    return file.rows().stream()
        .filter(row -> row.broken() || (row.number() == null && row.draft().vin() == null))
        .findFirst()
        .map(row ->
            Found.kept(
                row.line(),
                row.broken()
                    ? "the cells do not stand under their headers"
                    : "names neither stock number nor VIN"));
  }

  private static Found tooMany(List<Vehicle> missing) {
    return Found.kept(
        1,
        missing.size()
            + " vehicles are missing, more than "
            + MAX_AT_ONCE
            + " at once are not taken");
  }
}
