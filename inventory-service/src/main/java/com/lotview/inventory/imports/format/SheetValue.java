package com.lotview.inventory.imports.format;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;

/** Numbers of spreadsheets as a person would write them. */
final class SheetValue {
  // Digits that a spreadsheet keeps.
  private static final MathContext DIGITS = new MathContext(15);
  private static final LocalDate FIRST_DAY = LocalDate.of(1899, 12, 30);
  private static final LocalDate FIRST_DAY_1904 = LocalDate.of(1904, 1, 1);
  private static final int LAST_DAY = 2_958_465;

  private SheetValue() {}

  /** A number: 39998 and not 39998.0 or 3.9998E4; other text stays unchanged. */
  static String number(String written) {
    if (written.length() > 40 || !written.matches("-?\\d+(\\.\\d+)?([eE][-+]?\\d{1,2})?")) {
      return written;
    }
    BigDecimal value = new BigDecimal(written).round(DIGITS);
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  /** The day that a number counts to. */
  static String date(String written, boolean from1904) {
    String number = number(written);
    if (!number.matches("\\d{1,7}(\\.\\d+)?")) {
      return written;
    }
    int days = new BigDecimal(number).intValue();
    LocalDate first = from1904 ? FIRST_DAY_1904 : FIRST_DAY;
    return days == 0 || days > LAST_DAY ? number : first.plusDays(days).toString();
  }
}
