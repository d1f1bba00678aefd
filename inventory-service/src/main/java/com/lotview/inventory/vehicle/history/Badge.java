package com.lotview.inventory.vehicle.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.lotview.inventory.vehicle.history.VehicleHistory.PriceChange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a screen points out about a vehicle that is for sale or about to be.
 *
 * @param since the day in the dealership's zone from which it holds
 * @param from the price before, in hundredths; only of a price that dropped
 * @param to the price behind
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Badge(Kind kind, LocalDate since, @Nullable Long from, @Nullable Long to) {
  private static final int NEW_DAYS = 7;
  private static final int DROP_DAYS = 14;

  /** What is pointed out. */
  public enum Kind {
    /** On the lot for at most seven days; without a lot date, in the inventory. */
    NEW_ARRIVAL(0),
    /** The latest change of the price, at most 14 days ago, made it less. */
    PRICE_DROPPED(0),
    /** On the lot for more than 60 days, and at most 90. */
    OVER_60_DAYS(60),
    /** On the lot for more than 90 days. */
    OVER_90_DAYS(90);

    private final int days;

    Kind(int days) {
      this.days = days;
    }
  }

  /**
   * What the badges of a vehicle depend on.
   *
   * @param forSale whether it is for sale, or about to be
   * @param change the latest of its price; null if it never changed
   */
  public record About(
      boolean forSale,
      @Nullable LocalDate lotDate,
      Instant createdAt,
      @Nullable Long price,
      @Nullable PriceChange change) {}

  /**
   * The badges, in the order of {@link Kind}.
   *
   * @param now at the dealership
   */
  public static List<Badge> of(About vehicle, ZonedDateTime now) {
    List<Badge> badges = new ArrayList<>();
    if (vehicle.forSale()) {
      arrival(vehicle, now, badges);
      drop(vehicle, now, badges);
      age(vehicle, now.toLocalDate(), badges);
    }
    return List.copyOf(badges);
  }

  private static void arrival(About vehicle, ZonedDateTime now, List<Badge> badges) {
    LocalDate lot = vehicle.lotDate();
    LocalDate since = lot == null ? day(vehicle.createdAt(), now.getZone()) : lot;
    if (isWithin(since, now, NEW_DAYS)) {
      badges.add(new Badge(Kind.NEW_ARRIVAL, since, null, null));
    }
  }

  private static void drop(About vehicle, ZonedDateTime now, List<Badge> badges) {
    PriceChange change = vehicle.change();
    Long price = vehicle.price();
    if (change == null || price == null || price != change.to() || price >= change.from()) {
      return;
    }
    LocalDate since = day(change.at(), now.getZone());
    if (isWithin(since, now, DROP_DAYS)) {
      badges.add(new Badge(Kind.PRICE_DROPPED, since, change.from(), change.to()));
    }
  }

  private static void age(About vehicle, LocalDate today, List<Badge> badges) {
    LocalDate lot = vehicle.lotDate();
    if (lot == null) {
      return;
    }
    long days = ChronoUnit.DAYS.between(lot, today);
    Kind kind = days > Kind.OVER_90_DAYS.days ? Kind.OVER_90_DAYS : Kind.OVER_60_DAYS;
    if (days > kind.days) {
      badges.add(new Badge(kind, lot.plusDays(kind.days + 1L), null, null));
    }
  }

  private static boolean isWithin(LocalDate since, ZonedDateTime now, int days) {
    long age = ChronoUnit.DAYS.between(since, now.toLocalDate());
    return age >= 0 && age <= days;
  }

  private static LocalDate day(Instant at, ZoneId zone) {
    return LocalDate.ofInstant(at, zone);
  }
}
