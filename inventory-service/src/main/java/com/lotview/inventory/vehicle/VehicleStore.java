package com.lotview.inventory.vehicle;

import com.lotview.inventory.vehicle.query.VehicleQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Vehicles at rest. Every call runs in a transaction of a dealership and sees only its rows. */
public interface VehicleStore {
  /** Stores a new vehicle; false if its stock number is taken, and then nothing is stored. */
  Mono<Boolean> insert(Vehicle vehicle);

  /** Stores new vehicles in one statement; gives the ids of those whose stock number was free. */
  Mono<Set<UUID>> insertAll(List<Vehicle> vehicles);

  /**
   * Stores a new state of a vehicle that this transaction has locked; fails with {@code
   * VEHICLE_ALREADY_EXISTS} if the new stock number is taken.
   */
  Mono<Void> update(Vehicle vehicle);

  /** The vehicle; empty if there is none. */
  Mono<Vehicle> find(UUID id);

  /** The vehicle, locked until the transaction ends. */
  Mono<Vehicle> lock(UUID id);

  /** Vehicles with one of the stock numbers or VINs, locked until the transaction ends. */
  Flux<Vehicle> lockAny(Collection<String> stockNumbers, Collection<String> vins);

  /**
   * Vehicles on the lot (ACTIVE or PENDING) that are none of those named, locked.
   *
   * @param before vehicles stored later are left out
   */
  Flux<Vehicle> lockOthersOnLot(
      Collection<UUID> ids,
      Collection<String> stockNumbers,
      Collection<String> vins,
      Instant before);

  /**
   * Vehicles that are ACTIVE, in the order of their ids.
   *
   * @param after those behind this one; null to begin
   */
  Flux<Vehicle> active(@Nullable UUID after, int limit);

  /** One part of a list. */
  Mono<Page> page(VehicleQuery query);

  /** Ids of the first vehicles of a list, as many as the part has at most. */
  Flux<UUID> ids(VehicleQuery query);

  /** Vehicles on the lot (ACTIVE or PENDING) that came before the day, longest there first. */
  Flux<OnLot> onLot(LocalDate before, int most);

  /**
   * A vehicle on the lot.
   *
   * @param lotDate since when; null: not known
   */
  record OnLot(UUID id, @Nullable LocalDate lotDate) {}

  /**
   * A part of a list.
   *
   * @param total of the whole list
   * @param next where the next part begins; null at the end
   */
  record Page(List<Vehicle> vehicles, long total, VehicleQuery.@Nullable Position next) {}
}
