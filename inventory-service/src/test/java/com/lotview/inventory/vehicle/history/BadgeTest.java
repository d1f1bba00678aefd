package com.lotview.inventory.vehicle.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.inventory.vehicle.history.VehicleHistory.PriceChange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadgeTest {
  private static final ZonedDateTime NOW =
      ZonedDateTime.of(2026, 6, 15, 23, 30, 0, 0, ZoneId.of("America/Los_Angeles"));
  private static final Instant LONG_AGO = Instant.parse("2025-01-01T00:00:00Z");

  private static List<Badge> on(boolean forSale, @Nullable LocalDate lot, Instant created) {
    return Badge.of(new Badge.About(forSale, lot, created, null, null), NOW);
  }

  @ParameterizedTest
  @CsvSource({
    "-1,",
    "0, NEW_ARRIVAL",
    "7, NEW_ARRIVAL",
    "8,",
    "60,",
    "61, OVER_60_DAYS",
    "90, OVER_60_DAYS",
    "91, OVER_90_DAYS",
    "900, OVER_90_DAYS"
  })
  void age_counts_in_days_of_the_dealership(int days, Badge.@Nullable Kind expected) {
    List<Badge> badges = on(true, NOW.toLocalDate().minusDays(days), LONG_AGO);
    assertThat(badges.stream().map(Badge::kind).toList())
        .isEqualTo(expected == null ? List.of() : List.of(expected));
  }

  @Test
  void an_aged_vehicle_tells_the_day_from_which_the_badge_holds() {
    assertThat(on(true, LocalDate.of(2026, 4, 1), LONG_AGO))
        .containsExactly(new Badge(Badge.Kind.OVER_60_DAYS, LocalDate.of(2026, 6, 1), null, null));
  }

  @Test
  void without_a_lot_date_the_day_it_was_added_counts_in_the_dealerships_zone() {
    // The ninth of June there, the tenth in UTC.
    assertThat(on(true, null, Instant.parse("2026-06-10T05:00:00Z")))
        .containsExactly(new Badge(Badge.Kind.NEW_ARRIVAL, LocalDate.of(2026, 6, 9), null, null));
  }

  @Test
  void what_is_not_for_sale_has_no_badge() {
    assertThat(on(false, NOW.toLocalDate(), LONG_AGO)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2000000, 1900000, 1900000, 3, true",
    "2000000, 1900000, 1900000, 14, true",
    "2000000, 1900000, 1900000, 15, false",
    // It rose.
    "1900000, 2000000, 2000000, 3, false",
    // The price is another one by now, in another currency.
    "2000000, 1900000, 2500000, 3, false"
  })
  void a_drop_is_the_latest_change_and_not_older_than_two_weeks(
      long from, long to, long price, int days, boolean shown) {
    PriceChange change =
        new PriceChange(UUID.randomUUID(), from, to, NOW.minusDays(days).toInstant());
    List<Badge> badges = Badge.of(new Badge.About(true, null, LONG_AGO, price, change), NOW);
    Badge expected =
        new Badge(Badge.Kind.PRICE_DROPPED, NOW.toLocalDate().minusDays(days), from, to);
    assertThat(badges).isEqualTo(shown ? List.of(expected) : List.of());
  }
}
