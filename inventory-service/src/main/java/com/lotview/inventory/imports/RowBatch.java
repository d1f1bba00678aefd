package com.lotview.inventory.imports;

import com.lotview.inventory.imports.Planner.Step;
import com.lotview.inventory.imports.RowOutcome.Kind;
import com.lotview.inventory.imports.RowOutcome.Problem;
import com.lotview.inventory.imports.row.StockRow;
import com.lotview.inventory.imports.row.StockRow.Note;
import com.lotview.inventory.photo.PhotoStore;
import com.lotview.inventory.photo.fetch.PhotoAddresses;
import com.lotview.inventory.vehicle.Vehicle;
import com.lotview.inventory.vehicle.VehicleStatus;
import com.lotview.inventory.vehicle.VehicleStore;
import com.lotview.inventory.vehicle.Vehicles;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What some rows of a file do to the stock, in the running transaction. */
@Component
class RowBatch {
  private final VehicleStore store;
  private final Vehicles vehicles;
  private final PhotoStore photos;
  private final PhotoAddresses addresses;
  private final ImportStore imports;

  RowBatch(
      VehicleStore store,
      Vehicles vehicles,
      PhotoStore photos,
      PhotoAddresses addresses,
      ImportStore imports) {
    this.store = store;
    this.vehicles = vehicles;
    this.photos = photos;
    this.addresses = addresses;
    this.imports = imports;
  }

  /** Does it. */
  Mono<List<RowOutcome>> perform(UUID dealershipId, Planner planner, List<StockRow> rows) {
    return imports
        .takeTurns(dealershipId)
        .then(plan(planner, rows))
        .flatMap(steps ->
            insertAll(dealershipId, steps)
                .flatMapMany(stored ->
                    Flux.fromIterable(steps)
                        .concatMap(planned ->
                            perform(dealershipId, planned.step(), stored)
                                .delayUntil(
                                    outcome -> wantPhotos(dealershipId, planned.step(), outcome))
                                .map(planned::marked)))
                .collectList());
  }

  // Stores new vehicles in one statement. If a vehicle gives up its number in the same batch, a new
  // one may take it, so then they are stored one after the other.
  private Mono<Map<Integer, RowOutcome>> insertAll(UUID dealershipId, List<Planned> steps) {
    if (steps.stream().map(Planned::step).anyMatch(RowBatch::renumbers)) {
      return Mono.just(Map.of());
    }
    List<Fresh> fresh = new ArrayList<>();
    for (Planned planned : steps) {
      if (planned.step() instanceof Step.Create create) {
        fresh.add(new Fresh(create, vehicles.fresh(dealershipId, create.accepted())));
      }
    }
    return vehicles
        .insertAll(fresh.stream().map(Fresh::vehicle).toList())
        .map(stored ->
            fresh.stream()
                .collect(
                    Collectors.toMap(
                        one -> one.step().line(),
                        one -> created(one.step(), one.vehicle(), stored::contains))));
  }

  private record Fresh(Step.Create step, Vehicle vehicle) {}

  private static boolean renumbers(Step step) {
    return step instanceof Step.Update update
        && !update.accepted().facts().stockNumber().equals(update.vehicle().facts().stockNumber());
  }

  /** Reports what it would do. */
  Mono<List<RowOutcome>> rehearse(Planner planner, List<StockRow> rows) {
    return plan(planner, rows)
        .map(steps -> steps.stream().map(one -> one.marked(foretell(one.step()))).toList());
  }

  /** A row with what it does. */
  private record Planned(StockRow row, Step step) {
    RowOutcome marked(RowOutcome outcome) {
      Comeback comeback = Comeback.of(row, step);
      return comeback == null ? outcome : outcome.with(comeback, Comeback.told(step));
    }
  }

  private static RowOutcome foretell(Step step) {
    return switch (step) {
      case Step.Create create -> outcome(step, Kind.CREATED, null, create.warnings());
      case Step.Update update -> outcome(step, Kind.UPDATED, update.vehicle(), update.warnings());
      case Step.Keep keep -> outcome(step, Kind.UNCHANGED, keep.vehicle(), keep.warnings());
      case Step.Reject reject -> RowOutcome.rejected(reject.problem());
    };
  }

  private Mono<List<Planned>> plan(Planner planner, List<StockRow> rows) {
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
                  return rows.stream()
                      .map(row -> new Planned(row, planner.plan(row, stock)))
                      .toList();
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

  private Mono<RowOutcome> perform(UUID dealershipId, Step step, Map<Integer, RowOutcome> stored) {
    return switch (step) {
      case Step.Create create ->
          Mono.justOrEmpty(stored.get(create.line()))
              .switchIfEmpty(Mono.defer(() -> create(dealershipId, create)));
      case Step.Update update ->
          vehicles
              .apply(update.vehicle(), update.accepted())
              .map(changed -> outcome(step, Kind.UPDATED, changed, update.warnings()));
      case Step.Keep keep ->
          Mono.just(outcome(step, Kind.UNCHANGED, keep.vehicle(), keep.warnings()));
      case Step.Reject reject -> Mono.just(RowOutcome.rejected(reject.problem()));
    };
  }

  private Mono<Void> wantPhotos(UUID dealershipId, Step step, RowOutcome outcome) {
    UUID vehicle = outcome.vehicleId();
    List<URI> urls =
        switch (step) {
          case Step.Create create -> create.photoUrls();
          case Step.Update update -> update.photoUrls();
          case Step.Keep keep -> keep.photoUrls();
          case Step.Reject reject -> List.of();
        };
    return vehicle == null ? Mono.empty() : addresses.want(dealershipId, vehicle, urls);
  }

  private Mono<RowOutcome> create(UUID dealershipId, Step.Create create) {
    Vehicle vehicle = vehicles.fresh(dealershipId, create.accepted());
    return vehicles.insert(vehicle).map(stored -> created(create, vehicle, id -> stored));
  }

  private static RowOutcome created(Step.Create create, Vehicle vehicle, Predicate<UUID> stored) {
    return stored.test(vehicle.id())
        ? outcome(create, Kind.CREATED, vehicle, create.warnings())
        : RowOutcome.rejected(
            Problem.of(
                create.line(), new Note("stockNumber", "another vehicle has this stock number")));
  }

  private static RowOutcome outcome(
      Step step, Kind kind, @Nullable Vehicle vehicle, List<Problem> warnings) {
    return new RowOutcome(step.line(), kind, vehicle == null ? null : vehicle.id(), null, warnings);
  }
}
