package com.lotview.posting.vehicle;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Where vehicles are looked up. */
public interface VehicleSource {

  /**
   * The vehicle as it is now.
   *
   * @return fails with {@code VEHICLE_NOT_FOUND} if the dealership has no such vehicle, with {@code
   *     SERVICE_UNAVAILABLE} if there is no answer within five seconds
   */
  Mono<StockedVehicle> get(UUID dealershipId, UUID vehicleId);

  /**
   * The vehicles that the list of vehicles would show with these parameters, in its order.
   *
   * @return fails with {@code VALIDATION_ERROR}, which names {@code filter}, if the inventory does
   *     not take them, and with {@code SERVICE_UNAVAILABLE}
   */
  Mono<Matches> matching(UUID dealershipId, Map<String, String> filter);

  /**
   * The vehicles that are on the lot now and came before the day, longest there first; fails with
   * {@code SERVICE_UNAVAILABLE}.
   */
  Mono<List<OnLot>> onLot(UUID dealershipId, LocalDate before);

  /**
   * A vehicle on the lot.
   *
   * @param lotDate since when; null: not known
   */
  record OnLot(UUID id, @Nullable LocalDate lotDate) {}

  /**
   * What a filter found.
   *
   * @param more whether there are more than these
   */
  record Matches(List<UUID> ids, boolean more) {}
}
