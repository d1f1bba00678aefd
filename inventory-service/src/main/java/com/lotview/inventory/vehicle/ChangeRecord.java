package com.lotview.inventory.vehicle;

import com.lotview.inventory.vehicle.history.ChangedBy;
import com.lotview.inventory.vehicle.history.FieldChange;
import com.lotview.inventory.vehicle.history.VehicleChange;
import com.lotview.inventory.vehicle.history.VehicleHistory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Keeps what changed of a vehicle, in the transaction of the change: as an event for others, and in
 * the vehicle's history. The history keeps no {@code meaning}: it follows from the other fields.
 */
@Component
class ChangeRecord {
  /** What a history begins with; the rest of a new vehicle is the vehicle itself. */
  private static final Set<String> AT_FIRST =
      Set.of("price", "priceCurrency", "mileage", "status", "lotDate");

  private static final String MEANING = "meaning";

  private final VehicleEvents events;
  private final VehicleHistory history;

  ChangeRecord(VehicleEvents events, VehicleHistory history) {
    this.events = events;
    this.history = history;
  }

  /** A vehicle was added. */
  Mono<Void> added(Vehicle vehicle) {
    return added(List.of(vehicle));
  }

  /** Vehicles of one dealership were added. */
  Mono<Void> added(List<Vehicle> vehicles) {
    return events
        .added(vehicles)
        .then(ChangedBy.current())
        .flatMap(by ->
            history.appendFirst(vehicles.stream().map(vehicle -> first(vehicle).by(by)).toList()));
  }

  private static VehicleChange first(Vehicle vehicle) {
    List<FieldChange> known =
        Stream.concat(
                VehicleFacts.FIELDS.stream().map(VehicleFacts.Field::name), Stream.of("status"))
            .filter(AT_FIRST::contains)
            .map(field -> new FieldChange(field, null, vehicle.shown(field)))
            .filter(change -> change.to() != null)
            .toList();
    return VehicleChange.fresh(
        vehicle.dealershipId(), vehicle.id(), vehicle.version(), vehicle.updatedAt(), known);
  }

  /** A vehicle has other facts or another status. */
  Mono<Void> changed(Vehicle before, Vehicle after) {
    return changed(before, after, null);
  }

  /**
   * A vehicle has another status because an import's file lacks it.
   *
   * @param importId null if that is not the reason
   */
  Mono<Void> changed(Vehicle before, Vehicle after, @Nullable UUID importId) {
    List<String> names = after.changesSince(before);
    List<FieldChange> changes =
        names.stream()
            .filter(field -> !field.equals(MEANING))
            .map(field -> new FieldChange(field, before.shown(field), after.shown(field)))
            .toList();
    return events
        .changed(new VehicleEvents.Change(after, names, previous(changes), importId))
        .then(keep(after, changes, importId));
  }

  /** Something beside the facts of a vehicle changed. */
  Mono<Void> touched(Vehicle vehicle, String what) {
    return events
        .changed(new VehicleEvents.Change(vehicle, List.of(what), Map.of(), null))
        .then(keep(vehicle, List.of(new FieldChange(what, null, null)), null));
  }

  // Cost stays in this service, as in the event's vehicle.
  private static Map<String, @Nullable Object> previous(List<FieldChange> changes) {
    Map<String, @Nullable Object> previous = new LinkedHashMap<>();
    changes.stream()
        .filter(change -> !change.field().equals("costBasis"))
        .forEach(change -> previous.put(change.field(), change.from()));
    return previous;
  }

  private Mono<Void> keep(Vehicle vehicle, List<FieldChange> changes, @Nullable UUID importId) {
    if (changes.isEmpty()) {
      return Mono.empty();
    }
    VehicleChange change =
        VehicleChange.fresh(
            vehicle.dealershipId(), vehicle.id(), vehicle.version(), vehicle.updatedAt(), changes);
    return ChangedBy.current()
        .map(by -> importId == null ? by : missing(by, importId))
        .flatMap(by -> history.append(change.by(by)));
  }

  private static ChangedBy missing(ChangedBy by, UUID importId) {
    ChangedBy named = Objects.equals(by.id(), importId) ? by : ChangedBy.importing(importId);
    return named.because(ChangedBy.MISSING_FROM_FILE);
  }
}
