package com.lotview.inventory.imports.row;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads amounts, distances and years as dealers write them. */
final class Numbers {
  private static final Pattern AROUND_NUMBER =
      Pattern.compile("([^0-9+-]*)([+-]?[0-9][0-9.,'\\s\u00a0\u202f]*)(.*)", Pattern.DOTALL);
  private static final Pattern THOUSANDS_BY_COMMA = Pattern.compile("-?\\d{1,3}(,\\d{3})+");
  private static final Pattern THOUSANDS_BY_DOT = Pattern.compile("-?\\d{1,3}(\\.\\d{3})+");
  private static final Set<String> DOLLARS = Set.of("", "$", "US$", "USD", "$USD", "USD$");
  private static final Set<String> MILES = Set.of("", "MI", "MI.", "MILE", "MILES");
  private static final Set<String> KILOMETRES =
      Set.of("KM", "KMS", "KM.", "KILOMETERS", "KILOMETRES");
  private static final Pattern CURRENCY =
      Pattern.compile("[A-Z]{0,3}\\p{Sc}?|\\p{Sc}[A-Z]{0,3}|KR");
  private static final Pattern YEAR =
      Pattern.compile("(\\d{4})(?:\\.0+|-01-01(?:[ T].*)?)?|([12]),(\\d{3})");
  private static final BigDecimal HIGHEST_PRICE = BigDecimal.valueOf(20_000_000);
  private static final long HIGHEST_MILEAGE = 9_999_999;

  private Numbers() {}

  /** An amount in US cents; zero and words like "Not Priced" mean that there is none. */
  static Reading<Long> cents(String cell) {
    Matcher parts = AROUND_NUMBER.matcher(cell);
    if (!parts.matches()) {
      return new Reading.Missing<>();
    }
    BigDecimal amount = number(parts.group(2));
    String unit =
        (parts.group(1) + parts.group(3)).replaceAll("[\\s\\h]", "").toUpperCase(Locale.ROOT);
    if (amount == null || !CURRENCY.matcher(unit).matches()) {
      return new Reading.Wrong<>("\"" + cell + "\" is not an amount");
    }
    if (amount.signum() == 0) {
      return new Reading.Missing<>();
    }
    if (!DOLLARS.contains(unit)) {
      return new Reading.Unusable<>("the price is in " + unit + ", not in US dollars; left out");
    }
    if (amount.signum() < 0 || amount.compareTo(HIGHEST_PRICE) > 0) {
      return new Reading.Wrong<>("\"" + cell + "\" is no price of a vehicle");
    }
    return whole(amount.movePointRight(2), cell, "an amount");
  }

  /**
   * A distance in miles.
   *
   * @param unitElsewhere what the header or another column says of the unit; empty if nothing
   */
  static Reading<Long> miles(String cell, String unitElsewhere) {
    Matcher parts = AROUND_NUMBER.matcher(cell);
    BigDecimal distance = parts.matches() ? number(parts.group(2)) : null;
    if (distance == null || !parts.group(1).isBlank()) {
      return new Reading.Wrong<>("\"" + cell + "\" is not a mileage");
    }
    String own = parts.group(3).strip().toUpperCase(Locale.ROOT);
    String unit = own.isEmpty() ? unitElsewhere.strip().toUpperCase(Locale.ROOT) : own;
    if (KILOMETRES.contains(unit)) {
      return new Reading.Unusable<>("the mileage is in kilometres, not in miles; left out");
    }
    boolean possible =
        MILES.contains(unit)
            && distance.signum() >= 0
            && distance.compareTo(BigDecimal.valueOf(HIGHEST_MILEAGE)) <= 0;
    return possible
        ? whole(distance, cell, "a mileage")
        : new Reading.Wrong<>("\"" + cell + "\" is not a mileage");
  }

  /** A model year. */
  static Reading<Integer> year(String cell) {
    Matcher year = YEAR.matcher(cell);
    if (year.matches()) {
      String digits = year.group(1) != null ? year.group(1) : year.group(2) + year.group(3);
      return new Reading.Known<>(Integer.valueOf(digits));
    }
    return new Reading.Wrong<>("\"" + cell + "\" is not a year");
  }

  private static Reading<Long> whole(BigDecimal value, String cell, String what) {
    try {
      return new Reading.Known<>(value.setScale(0, RoundingMode.HALF_UP).longValueExact());
    } catch (ArithmeticException e) {
      return new Reading.Wrong<>("\"" + cell + "\" is not " + what);
    }
  }

  private static @Nullable BigDecimal number(String written) {
    String digits = written.replaceAll("[\\s\u00a0\u202f'+]", "");
    String plain;
    int comma = digits.lastIndexOf(',');
    int dot = digits.lastIndexOf('.');
    if (comma >= 0 && dot >= 0) {
      plain = comma > dot ? digits.replace(".", "").replace(',', '.') : digits.replace(",", "");
    } else if (THOUSANDS_BY_COMMA.matcher(digits).matches()
        || THOUSANDS_BY_DOT.matcher(digits).matches()) {
      plain = digits.replace(",", "").replace(".", "");
    } else {
      plain = digits.replace(',', '.');
    }
    try {
      return new BigDecimal(plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain);
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
