package com.lotview.inventory.vehicle;

import com.lotview.contracts.ErrorCode;
import com.lotview.contracts.Market;
import com.lotview.inventory.market.Markets;
import com.lotview.inventory.vehicle.history.ChangedBy;
import com.lotview.inventory.vehicle.query.VehicleQuery;
import com.lotview.kit.audit.AuditTrail;
import com.lotview.kit.audit.Changes;
import com.lotview.kit.error.ExpectedVersion;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.id.Ids;
import com.lotview.kit.security.Caller;
import com.lotview.kit.tenant.TenantTransactions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The operations on vehicles. Every change leaves {@code vehicle.changed} in the outbox. */
@Service
public class Vehicles {
  private final VehicleStore store;
  private final VehicleEvents events;
  private final ChangeRecord changes;
  private final Markets markets;
  private final TenantTransactions transactions;
  private final VehicleRules rules;
  private final AuditTrail audit;
  private final Clock clock;

  Vehicles(
      VehicleStore store,
      VehicleEvents events,
      ChangeRecord changes,
      Markets markets,
      TenantTransactions transactions,
      VehicleRules rules,
      AuditTrail audit,
      Clock clock) {
    this.store = store;
    this.events = events;
    this.changes = changes;
    this.markets = markets;
    this.transactions = transactions;
    this.rules = rules;
    this.audit = audit;
    this.clock = clock;
  }

  /** A vehicle after a change, and what is odd about it. */
  public record Outcome(Vehicle vehicle, List<String> warnings) {}

  /** Adds a vehicle in the running transaction. */
  public Mono<Outcome> create(Caller caller, VehicleDraft draft) {
    return markets.of(caller.dealershipId()).flatMap(market -> create(caller, draft, market));
  }

  private Mono<Outcome> create(Caller caller, VehicleDraft draft, Market market) {
    return Mono.defer(() -> {
      VehicleRules.Result checked =
          rules.check(MarketDefaults.complete(VehicleDraft.EMPTY, draft, market));
      Vehicle vehicle = fresh(caller.dealershipId(), checked.orThrow());
      return insert(vehicle)
          .filter(stored -> stored)
          .switchIfEmpty(Mono.error(() -> taken(vehicle.facts().stockNumber())))
          .then(
              audit.record(
                  caller, "vehicle.created", subject(vehicle), Changes.between(null, vehicle)))
          .thenReturn(new Outcome(vehicle, checked.warnings()))
          .contextWrite(ChangedBy.of(caller).named());
    });
  }

  /** Refuses a draft if what it says breaks a rule; what it does not say may be missing. */
  public void checkPart(VehicleDraft draft) {
    rules.checkPart(draft).orThrow();
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
        .flatMap(stored -> stored ? changes.added(vehicle).thenReturn(true) : Mono.just(false));
  }

  /**
   * Stores fresh vehicles in the running transaction; gives the ids of those whose stock number was
   * free.
   */
  public Mono<Set<UUID>> insertAll(List<Vehicle> fresh) {
    return fresh.isEmpty()
        ? Mono.just(Set.of())
        : store
            .insertAll(fresh)
            .delayUntil(stored ->
                stored.isEmpty()
                    ? Mono.empty()
                    : changes.added(
                        fresh.stream().filter(one -> stored.contains(one.id())).toList()));
  }

  /** One part of a list. */
  public Mono<VehicleStore.Page> page(UUID dealershipId, VehicleQuery query) {
    return transactions.inTenant(dealershipId, store.page(query));
  }

  /** Ids of the first vehicles of a list, as many as the part has at most. */
  public Mono<List<UUID>> ids(UUID dealershipId, VehicleQuery query) {
    return transactions.inTenant(dealershipId, store.ids(query).collectList());
  }

  /** Vehicles on the lot (ACTIVE or PENDING) that came before the day, longest there first. */
  public Mono<List<VehicleStore.OnLot>> onLot(UUID dealershipId, LocalDate before, int most) {
    return transactions.inTenant(dealershipId, store.onLot(before, most).collectList());
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
   * @param expected the version that the caller has seen; another one is refused
   * @param change gives the wanted draft for the present one
   */
  public Mono<Outcome> change(
      Caller caller, UUID id, ExpectedVersion expected, UnaryOperator<VehicleDraft> change) {
    return transactions.inTenant(
        caller.dealershipId(),
        store
            .lock(id)
            .switchIfEmpty(Mono.error(Vehicles::notFound))
            .zipWhen(vehicle -> markets.of(caller.dealershipId()))
            .flatMap(found -> {
              Vehicle vehicle = found.getT1();
              expected.check(vehicle.version());
              VehicleDraft before = VehicleDraft.of(vehicle);
              VehicleRules.Result checked =
                  rules.check(
                      MarketDefaults.complete(before, change.apply(before), found.getT2()),
                      vehicle.facts().origins());
              return apply(vehicle, checked.orThrow())
                  .delayUntil(changed -> note(caller, vehicle, changed))
                  .map(changed -> new Outcome(changed, checked.warnings()));
            })
            .contextWrite(ChangedBy.of(caller).named()));
  }

  /** Takes a vehicle out of the stock; one that is archived stays so. */
  public Mono<Vehicle> archive(Caller caller, UUID id) {
    return transactions.inTenant(
        caller.dealershipId(),
        store
            .lock(id)
            .switchIfEmpty(Mono.error(Vehicles::notFound))
            .flatMap(vehicle ->
                apply(vehicle, new VehicleRules.Accepted(vehicle.facts(), VehicleStatus.ARCHIVED))
                    .delayUntil(archived -> note(caller, vehicle, archived)))
            .contextWrite(ChangedBy.of(caller).named()));
  }

  // Price and status have their own actions, because they decide what is sold at which price.
  private Mono<Void> note(Caller caller, Vehicle before, Vehicle after) {
    List<String> names = after.changesSince(before);
    List<String> actions =
        Stream.of("status", "price").filter(names::contains).map("vehicle."::concat).toList();
    List<String> all = actions.isEmpty() && !names.isEmpty() ? List.of("vehicle.changed") : actions;
    return Flux.fromIterable(all)
        .concatMap(
            action -> audit.record(caller, action, subject(after), Changes.between(before, after)))
        .then();
  }

  private static String subject(Vehicle vehicle) {
    return "vehicle/" + vehicle.id();
  }

  /** Brings a locked vehicle to new facts in the running transaction; nothing happens if equal. */
  public Mono<Vehicle> apply(Vehicle vehicle, VehicleRules.Accepted accepted) {
    Vehicle changed = vehicle.changed(accepted.facts(), accepted.status(), now());
    return changed.changesSince(vehicle).isEmpty()
        ? Mono.just(vehicle)
        : store.update(changed).then(changes.changed(vehicle, changed)).thenReturn(changed);
  }

  /**
   * Archives locked vehicles in the running transaction because an import's file lacks them, and
   * publishes one event for all of them.
   */
  public Mono<List<Vehicle>> vanish(UUID dealershipId, UUID importId, List<Vehicle> locked) {
    if (locked.isEmpty()) {
      return Mono.just(List.of());
    }
    Instant now = now();
    return Flux.fromIterable(locked)
        .concatMap(before -> {
          Vehicle after = before.changed(before.facts(), VehicleStatus.ARCHIVED, now);
          return store
              .update(after)
              .then(changes.changed(before, after, importId))
              .thenReturn(after);
        })
        .collectList()
        .flatMap(archived ->
            events
                .vanished(dealershipId, importId, archived.stream().map(Vehicle::id).toList(), now)
                .thenReturn(archived));
  }

  /** Notes in the running transaction that something beside the facts of a vehicle changed. */
  public Mono<Vehicle> touch(Vehicle locked, String what) {
    Vehicle changed = locked.changed(locked.facts(), locked.status(), now());
    return store.update(changed).then(changes.touched(changed, what)).thenReturn(changed);
  }

  /** The error for a vehicle that the caller's dealership does not have. */
  public static RefusalException notFound() {
    return new RefusalException(ErrorCode.VEHICLE_NOT_FOUND, ErrorCode.VEHICLE_NOT_FOUND.title());
  }

  private static RefusalException taken(String stockNumber) {
    return new RefusalException(
        ErrorCode.VEHICLE_ALREADY_EXISTS, "A vehicle with stock number " + stockNumber + " exists");
  }

  // The precision of the database, so that an answer is the same before and after storing.
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
