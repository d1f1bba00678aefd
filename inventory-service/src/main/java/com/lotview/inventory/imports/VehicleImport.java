package com.lotview.inventory.imports;

import com.lotview.inventory.imports.Planner.Step;
import com.lotview.inventory.imports.RowOutcome.Kind;
import com.lotview.inventory.imports.RowOutcome.Problem;
import com.lotview.inventory.imports.file.UnreadableFileException;
import com.lotview.inventory.imports.row.Makes;
import com.lotview.inventory.imports.row.StockFile;
import com.lotview.inventory.imports.row.StockRow;
import com.lotview.inventory.imports.row.StockRow.Note;
import com.lotview.inventory.photo.PhotoStore;
import com.lotview.inventory.vehicle.Vehicle;
import com.lotview.inventory.vehicle.VehicleRules;
import com.lotview.inventory.vehicle.VehicleStatus;
import com.lotview.inventory.vehicle.VehicleStore;
import com.lotview.inventory.vehicle.Vehicles;
import com.lotview.kit.id.Ids;
import com.lotview.kit.security.Caller;
import com.lotview.kit.tenant.TenantTransactions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Brings a stock file into the inventory, in batches of one transaction each: each batch is stored
 * with what became of its rows, or not at all. An import that was cut off is finished by sending
 * the file again; what is stored already is then unchanged.
 */
@Service
public class VehicleImport {
  private static final int BATCH = 200;

  private final VehicleStore store;
  private final Vehicles vehicles;
  private final PhotoStore photos;
  private final ImportStore imports;
  private final MissingVehicles missing;
  private final VehicleRules rules;
  private final TenantTransactions transactions;
  private final Clock clock;
  private final Makes makes = Makes.load();

  VehicleImport(
      VehicleStore store,
      Vehicles vehicles,
      PhotoStore photos,
      ImportStore imports,
      MissingVehicles missing,
      VehicleRules rules,
      TenantTransactions transactions,
      Clock clock) {
    this.store = store;
    this.vehicles = vehicles;
    this.photos = photos;
    this.imports = imports;
    this.missing = missing;
    this.rules = rules;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * How a file is taken.
   *
   * @param dryRun tells what would happen and changes nothing
   * @param missing what becomes of vehicles that the file lacks
   * @param relist whether a vehicle that is sold comes back if the file says that it is for sale
   */
  public record Options(boolean dryRun, Missing missing, boolean relist) {}

  /**
   * Imports; fails with {@link UnreadableFileException} if the file as a whole is no use.
   *
   * @param options how
   */
  public Mono<ImportSummary> run(Caller caller, String fileName, byte[] file, Options options) {
    return Mono.fromCallable(() -> StockFile.read(file, makes, LocalDate.now(clock)))
        .subscribeOn(Schedulers.boundedElastic())
        .flatMap(stock ->
            options.dryRun()
                ? rehearse(caller, stock, options)
                : store(caller, fileName, stock, options));
  }

  private Mono<ImportSummary> rehearse(Caller caller, StockFile file, Options options) {
    Instant begun = clock.instant();
    Planner planner = new Planner(rules, options.relist());
    return Flux.fromIterable(file.rows())
        .buffer(BATCH)
        .concatMap(rows ->
            transactions.inTenant(
                caller.dealershipId(), plan(planner, rows).map(VehicleImport::foretell)))
        .flatMapIterable(outcomes -> outcomes)
        .collectList()
        .flatMap(outcomes ->
            transactions
                .inTenant(
                    caller.dealershipId(),
                    whole(options, () -> missing.look(file, outcomes, begun)))
                .map(found -> ImportSummary.of(null, outcomes, found, file)));
  }

  private static List<RowOutcome> foretell(List<Step> steps) {
    return steps.stream()
        .map(step ->
            switch (step) {
              case Step.Create create -> outcome(step, Kind.CREATED, null, create.warnings());
              case Step.Update update ->
                  outcome(step, Kind.UPDATED, update.vehicle(), update.warnings());
              case Step.Keep keep -> outcome(step, Kind.UNCHANGED, keep.vehicle(), keep.warnings());
              case Step.Reject reject -> RowOutcome.rejected(reject.line(), reject.note());
            })
        .toList();
  }

  private Mono<ImportSummary> store(
      Caller caller, String fileName, StockFile file, Options options) {
    Instant begun = clock.instant();
    UUID dealership = caller.dealershipId();
    ImportJob job =
        new ImportJob(Ids.next(), dealership, caller.userId(), fileName, file.rows().size());
    Planner planner = new Planner(rules, options.relist());
    return transactions
        .inTenant(dealership, imports.begin(job))
        .thenMany(Flux.fromIterable(file.rows()).buffer(BATCH))
        .concatMap(rows -> transactions.inTenant(dealership, batch(job, planner, rows)))
        .flatMapIterable(outcomes -> outcomes)
        .collectList()
        .flatMap(outcomes ->
            transactions.inTenant(
                dealership,
                whole(options, () -> archive(job, file, outcomes, begun))
                    .map(found -> ImportSummary.of(job.id(), outcomes, found, file))
                    .flatMap(summary -> imports.finish(job, summary).thenReturn(summary))));
  }

  private Mono<MissingVehicles.Found> archive(
      ImportJob job, StockFile file, List<RowOutcome> outcomes, Instant begun) {
    return imports
        .takeTurns(job.dealershipId())
        .then(Mono.defer(() -> missing.archive(job, file, outcomes, begun)));
  }

  private static Mono<MissingVehicles.Found> whole(
      Options options, Supplier<Mono<MissingVehicles.Found>> work) {
    return switch (options.missing()) {
      case KEEP -> Mono.just(MissingVehicles.Found.NONE);
      case ARCHIVE -> Mono.defer(work);
    };
  }

  private Mono<List<RowOutcome>> batch(ImportJob job, Planner planner, List<StockRow> rows) {
    return imports
        .takeTurns(job.dealershipId())
        .then(plan(planner, rows))
        .flatMapMany(Flux::fromIterable)
        .concatMap(step -> perform(job.dealershipId(), step))
        .collectList()
        .flatMap(outcomes -> imports.add(job, outcomes).thenReturn(outcomes));
  }

  private Mono<List<Step>> plan(Planner planner, List<StockRow> rows) {
    List<String> numbers = rows.stream().map(StockRow::number).filter(Objects::nonNull).toList();
    List<String> vins =
        rows.stream().map(row -> row.draft().vin()).filter(Objects::nonNull).toList();
    return imports
        .spellings(numbers)
        .flatMapMany(spelled -> store.lockAny(spelled, vins))
        .collectList()
        .flatMap(present ->
            Mono.zip(photoCounts(present), vanished(present))
                .map(found -> {
                  Planner.Stock stock = new Planner.Stock(present, found.getT1(), found.getT2());
                  return rows.stream().map(row -> planner.plan(row, stock)).toList();
                }));
  }

  private Mono<Set<UUID>> vanished(List<Vehicle> present) {
    return imports.vanishedOf(
        present.stream()
            .filter(vehicle -> vehicle.status() == VehicleStatus.ARCHIVED)
            .map(Vehicle::id)
            .toList());
  }

  private Mono<Map<UUID, Integer>> photoCounts(List<Vehicle> present) {
    return photos
        .primaryOf(present.stream().map(Vehicle::id).toList())
        .map(found ->
            found.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().count())));
  }

  private Mono<RowOutcome> perform(UUID dealershipId, Step step) {
    return switch (step) {
      case Step.Create create -> create(dealershipId, create);
      case Step.Update update ->
          vehicles
              .apply(update.vehicle(), update.accepted())
              .map(changed -> outcome(step, Kind.UPDATED, changed, update.warnings()));
      case Step.Keep keep ->
          Mono.just(outcome(step, Kind.UNCHANGED, keep.vehicle(), keep.warnings()));
      case Step.Reject reject -> Mono.just(RowOutcome.rejected(reject.line(), reject.note()));
    };
  }

  private Mono<RowOutcome> create(UUID dealershipId, Step.Create create) {
    Vehicle vehicle = vehicles.fresh(dealershipId, create.accepted());
    return vehicles
        .insert(vehicle)
        .map(stored ->
            stored
                ? outcome(create, Kind.CREATED, vehicle, create.warnings())
                : RowOutcome.rejected(
                    create.line(),
                    new Note("stockNumber", "another vehicle has this stock number")));
  }

  private static RowOutcome outcome(
      Step step, Kind kind, @Nullable Vehicle vehicle, List<Problem> warnings) {
    return new RowOutcome(step.line(), kind, vehicle == null ? null : vehicle.id(), null, warnings);
  }
}
