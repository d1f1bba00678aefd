package com.lotview.inventory.imports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Reads dates as US dealers write them. */
final class Dates {
  private static final List<DateTimeFormatter> FORMS =
      List.of(
          DateTimeFormatter.ISO_LOCAL_DATE,
          DateTimeFormatter.ofPattern("M/d/uuuu", Locale.US),
          DateTimeFormatter.ofPattern("M/d/uu", Locale.US));

  private Dates() {}

  /** The date; a time after it is passed over. */
  static Reading<LocalDate> read(String cell) {
    String date = cell.split("[T ]", 2)[0];
    for (DateTimeFormatter form : FORMS) {
      try {
        return new Reading.Known<>(LocalDate.parse(date, form));
      } catch (DateTimeException e) {
        // The next form may fit.
      }
    }
    return new Reading.Unusable<>("\"" + cell + "\" is not a date that is understood; left out");
  }
}
