package com.lotview.posting.numbers;

import com.lotview.posting.vehicle.VehicleSource.OnLot;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Vehicles that are on the lot now, came before the end of a month, and had no live listing by
 * then.
 *
 * @param count all of them
 * @param medianDaysOnLot how long they had been there; null: not known of any
 * @param vehicles those that had been there longest
 */
public record NeverPosted(
    long count, @Nullable Long medianDaysOnLot, List<UnpostedVehicle> vehicles) {

  /**
   * One of them.
   *
   * @param daysOnLot null: not known
   */
  public record UnpostedVehicle(UUID id, @Nullable Long daysOnLot) {}

  /**
   * @param vehicles longest on the lot first
   * @param day to which days are counted
   * @param most how many are shown
   */
  static NeverPosted of(List<OnLot> vehicles, LocalDate day, int most) {
    List<UnpostedVehicle> all =
        vehicles.stream()
            .map(vehicle -> new UnpostedVehicle(vehicle.id(), days(vehicle, day)))
            .toList();
    List<Long> known =
        all.stream().map(UnpostedVehicle::daysOnLot).filter(days -> days != null).sorted().toList();
    return new NeverPosted(
        all.size(),
        known.isEmpty() ? null : known.get((known.size() - 1) / 2),
        all.stream().limit(most).toList());
  }

  private static @Nullable Long days(OnLot vehicle, LocalDate day) {
    LocalDate since = vehicle.lotDate();
    return since == null ? null : Math.max(0, ChronoUnit.DAYS.between(since, day));
  }
}
