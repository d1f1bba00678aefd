package com.lotview.inventory.vehicle;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.id.Ids;
import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.kit.web.ApiException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What can be done with vehicles. Every change leaves {@code vehicle.changed} in the outbox. */
@Service
public class Vehicles {
  private final VehicleStore store;
  private final VehicleEvents events;
  private final TenantTransactions transactions;
  private final VehicleRules rules;
  private final Clock clock;

  Vehicles(
      VehicleStore store,
      VehicleEvents events,
      TenantTransactions transactions,
      VehicleRules rules,
      Clock clock) {
    this.store = store;
    this.events = events;
    this.transactions = transactions;
    this.rules = rules;
    this.clock = clock;
  }

  /** A vehicle after a change, and what is odd about it. */
  public record Outcome(Vehicle vehicle, List<String> warnings) {}

  /** Adds a vehicle in the running transaction. */
  public Mono<Outcome> create(UUID dealershipId, VehicleDraft draft) {
    return Mono.defer(() -> {
      VehicleRules.Result checked = rules.check(draft);
      Vehicle vehicle = fresh(dealershipId, checked.orThrow());
      return insert(vehicle)
          .filter(stored -> stored)
          .switchIfEmpty(Mono.error(() -> taken(vehicle.facts().stockNumber())))
          .thenReturn(new Outcome(vehicle, checked.warnings()));
    });
  }

  /** A vehicle that is not stored yet. */
  public Vehicle fresh(UUID dealershipId, VehicleRules.Accepted accepted) {
    Instant now = now();
    return new Vehicle(Ids.next(), dealershipId, accepted.facts(), accepted.status(), 1, now, now);
  }

  /** Stores a fresh vehicle in the running transaction; false if its stock number is taken. */
  public Mono<Boolean> insert(Vehicle vehicle) {
    return store
        .insert(vehicle)
        .flatMap(stored ->
            stored
                ? events.changed(vehicle, vehicle.changesSince(null)).thenReturn(true)
                : Mono.just(false));
  }

  /** One page. */
  public Mono<VehicleStore.Page> page(UUID dealershipId, VehicleQuery query) {
    return transactions.inTenant(dealershipId, store.page(query));
  }

  /** The vehicle; else {@code VEHICLE_NOT_FOUND}. */
  public Mono<Vehicle> get(UUID dealershipId, UUID id) {
    return transactions
        .inTenant(dealershipId, store.find(id))
        .switchIfEmpty(Mono.error(Vehicles::notFound));
  }

  /**
   * Changes a vehicle. The row is locked, so the change is made to the newest state and no other
   * change made at the same time is lost.
   *
   * @param change from how it is to how it shall be
   */
  public Mono<Outcome> change(UUID dealershipId, UUID id, UnaryOperator<VehicleDraft> change) {
    return transactions.inTenant(
        dealershipId,
        store
            .lock(id)
            .switchIfEmpty(Mono.error(Vehicles::notFound))
            .flatMap(vehicle -> {
              VehicleRules.Result checked =
                  rules.check(change.apply(VehicleDraft.of(vehicle)), vehicle.facts().origins());
              return apply(vehicle, checked.orThrow())
                  .map(changed -> new Outcome(changed, checked.warnings()));
            }));
  }

  /** Takes a vehicle out of the stock; one that is archived stays so. */
  public Mono<Vehicle> archive(UUID dealershipId, UUID id) {
    return transactions.inTenant(
        dealershipId,
        store
            .lock(id)
            .switchIfEmpty(Mono.error(Vehicles::notFound))
            .flatMap(vehicle ->
                apply(
                    vehicle, new VehicleRules.Accepted(vehicle.facts(), VehicleStatus.ARCHIVED))));
  }

  /** Brings a locked vehicle to new facts in the running transaction; nothing happens if equal. */
  public Mono<Vehicle> apply(Vehicle vehicle, VehicleRules.Accepted accepted) {
    Vehicle changed = vehicle.changed(accepted.facts(), accepted.status(), now());
    List<String> changes = changed.changesSince(vehicle);
    return changes.isEmpty()
        ? Mono.just(vehicle)
        : store.update(changed).then(events.changed(changed, changes)).thenReturn(changed);
  }

  /**
   * Archives locked vehicles in the running transaction because an import's file lacks them, and
   * tells of all of them at once.
   */
  public Mono<List<Vehicle>> vanish(UUID dealershipId, UUID importId, List<Vehicle> locked) {
    if (locked.isEmpty()) {
      return Mono.just(List.of());
    }
    Instant now = now();
    return Flux.fromIterable(locked)
        .map(vehicle -> vehicle.changed(vehicle.facts(), VehicleStatus.ARCHIVED, now))
        .concatMap(vehicle ->
            store
                .update(vehicle)
                .then(events.changed(vehicle, List.of("status"), importId))
                .thenReturn(vehicle))
        .collectList()
        .flatMap(archived ->
            events
                .vanished(dealershipId, importId, archived.stream().map(Vehicle::id).toList(), now)
                .thenReturn(archived));
  }

  /** Notes in the running transaction that something beside the facts of a vehicle changed. */
  public Mono<Vehicle> touch(Vehicle locked, String what) {
    Vehicle changed = locked.changed(locked.facts(), locked.status(), now());
    return store.update(changed).then(events.changed(changed, List.of(what))).thenReturn(changed);
  }

  /** The error for a vehicle that the caller's dealership does not have. */
  public static ApiException notFound() {
    return new ApiException(ErrorCode.VEHICLE_NOT_FOUND, ErrorCode.VEHICLE_NOT_FOUND.title());
  }

  private static ApiException taken(String stockNumber) {
    return new ApiException(
        ErrorCode.VEHICLE_ALREADY_EXISTS, "A vehicle with stock number " + stockNumber + " exists");
  }

  // What the database keeps, so that an answer is the same before and after it is stored.
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
