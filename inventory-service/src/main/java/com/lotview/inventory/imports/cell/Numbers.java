package com.lotview.inventory.imports.cell;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads numbers and years as dealers write them. */
public final class Numbers {
  /** What stands before a number, the number, and what stands after it. */
  static final Pattern AROUND_NUMBER =
      Pattern.compile("([^0-9+-]*)([+-]?[0-9][0-9.,'\\s\u00a0\u202f]*)(.*)", Pattern.DOTALL);

  private static final Pattern THOUSANDS_BY_COMMA = Pattern.compile("-?\\d{1,3}(,\\d{3})+");
  private static final Pattern THOUSANDS_BY_DOT = Pattern.compile("-?\\d{1,3}(\\.\\d{3})+");
  private static final Pattern YEAR =
      Pattern.compile("(\\d{4})(?:\\.0+|-01-01(?:[ T].*)?)?|([12]),(\\d{3})");

  private static final Pattern NO_DIGITS = Pattern.compile("[\\s\u00a0\u202f'+]");

  private Numbers() {}

  /** A model year. */
  public static CellReading<Integer> year(String cell) {
    Matcher year = YEAR.matcher(cell);
    if (year.matches()) {
      String digits = year.group(1) != null ? year.group(1) : year.group(2) + year.group(3);
      return new CellReading.Known<>(Integer.valueOf(digits));
    }
    return new CellReading.Wrong<>("\"" + cell + "\" is not a year");
  }

  static CellReading<Long> whole(BigDecimal value, String cell, String what) {
    try {
      return new CellReading.Known<>(value.setScale(0, RoundingMode.HALF_UP).longValueExact());
    } catch (ArithmeticException e) {
      return new CellReading.Wrong<>("\"" + cell + "\" is not " + what);
    }
  }

  static @Nullable BigDecimal number(String written) {
    String digits = NO_DIGITS.matcher(written).replaceAll("");
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
