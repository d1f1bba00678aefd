package com.lotview.inventory.vehicle.history;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The history of vehicles; entries are only added. Joins the running transaction of a dealership.
 */
public interface VehicleHistory {

  /** Adds a change. */
  Mono<Void> append(VehicleChange change);

  /**
   * Adds the first entries of new vehicles in the running transaction; none of them changes a
   * price.
   */
  Mono<Void> appendFirst(List<VehicleChange> firsts);

  /**
   * Changes of a vehicle, the latest first.
   *
   * @param wanted which
   */
  Flux<VehicleChange> of(UUID vehicleId, Wanted wanted);

  /** The latest change of each vehicle's price, of those whose price ever changed. */
  Mono<Map<UUID, PriceChange>> latestPrices(Collection<UUID> vehicleIds);

  /**
   * Which changes.
   *
   * @param internal with what only people see who may know the vehicle's cost
   * @param field changes of this field only; null: all
   * @param before earlier than this change; null: from the latest
   * @param limit at most so many
   */
  record Wanted(boolean internal, @Nullable String field, @Nullable UUID before, int limit) {}

  /** A price before and after, in hundredths of the vehicle's currency. */
  record PriceChange(UUID vehicleId, long from, long to, Instant at) {}
}
