package com.lotview.inventory.imports.cell;

import com.lotview.contracts.DistanceUnit;
import com.lotview.contracts.Market;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A distance as an odometer shows it.
 *
 * @param value whole units
 */
public record Distance(long value, DistanceUnit unit) {
  private static final Set<String> MILES = Set.of("MI", "MI.", "MILE", "MILES");
  private static final Set<String> KILOMETRES =
      Set.of("KM", "KMS", "KM.", "KILOMETERS", "KILOMETRES", "KILOMETER", "KILOMETRE");
  private static final String TEN_KILOMETRES = "MIL";
  // Where a "mil" is ten kilometres.
  private static final Set<String> MIL_COUNTRIES = Set.of("SE", "NO");
  private static final long HIGHEST = 9_999_999;
  // Placeholders of systems that require a number.
  private static final Pattern NINES = Pattern.compile("9{6,}(\\.0+)?");

  /**
   * Reads a cell.
   *
   * @param unitElsewhere the unit that the header or another column names; empty if none
   */
  public static CellReading<Distance> read(String cell, String unitElsewhere, Market market) {
    Matcher parts = Numbers.AROUND_NUMBER.matcher(cell);
    BigDecimal distance = parts.matches() ? Numbers.number(parts.group(2)) : null;
    if (distance == null || !parts.group(1).isBlank()) {
      return none(cell);
    }
    String own = parts.group(3).strip().toUpperCase(Locale.ROOT);
    String unit = own.isEmpty() ? unitElsewhere.strip().toUpperCase(Locale.ROOT) : own;
    if (NINES.matcher(distance.toPlainString()).matches()) {
      return new CellReading.Unusable<>(
          "\"" + cell + "\" stands for a mileage that is not known; left out");
    }
    if (distance.signum() < 0 || distance.compareTo(BigDecimal.valueOf(HIGHEST)) > 0) {
      return none(cell);
    }
    boolean mil = unit.equals(TEN_KILOMETRES) && MIL_COUNTRIES.contains(market.country());
    DistanceUnit said = mil ? DistanceUnit.KM : unit(unit, market);
    return said == null
        ? none(cell)
        : switch (Numbers.whole(mil ? distance.movePointRight(1) : distance, cell, "a mileage")) {
          case CellReading.Known<Long>(Long value) ->
              new CellReading.Known<>(new Distance(value, said));
          default -> none(cell);
        };
  }

  private static CellReading<Distance> none(String cell) {
    return new CellReading.Wrong<>("\"" + cell + "\" is not a mileage");
  }

  private static @org.jspecify.annotations.Nullable DistanceUnit unit(String said, Market market) {
    if (said.isEmpty()) {
      return market.distanceUnit();
    }
    if (KILOMETRES.contains(said)) {
      return DistanceUnit.KM;
    }
    return MILES.contains(said) ? DistanceUnit.MI : null;
  }

  /** The distance in whole miles. */
  public long miles() {
    return unit.miles(value);
  }
}
