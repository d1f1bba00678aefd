package com.lotview.inventory.imports.cell;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads dates as dealers write them; the column shows whether the day or the month comes first. */
public final class Dates {
  private static final Pattern NUMBERS =
      Pattern.compile("(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4}|\\d{2})");
  private static final Pattern SERIAL = Pattern.compile("([3-5]\\d{4})(\\.\\d+)?");
  private static final Pattern YEAR_FIRST =
      Pattern.compile("\\d{4}[/.]\\d{1,2}[/.]\\d{1,2}|\\d{4}-\\d{1,2}-\\d{1,2}");
  private static final Pattern YEAR_MARKS = Pattern.compile("[/.-]");
  private static final Pattern DIGITS = Pattern.compile("(19|20)\\d{6}");
  private static final Pattern MARKS = Pattern.compile("[\\s,./-]+");
  private static final Pattern CLOCK_TIME = Pattern.compile("(-\\d{1,2}:.*)$");
  private static final LocalDate SPREADSHEETS_BEGIN = LocalDate.of(1899, 12, 30);
  private static final List<DateTimeFormatter> WORDS =
      List.of(
          words("d-MMM-uuuu"),
          words("d-MMM-uu"),
          words("MMM-d-uuuu"),
          words("MMMM-d-uuuu"),
          words("d-MMMM-uuuu"));

  private Dates() {}

  /** What comes first in dates of numbers. */
  public enum Order {
    MONTH_FIRST,
    DAY_FIRST,
    /** Some cells show one order, some the other: only unambiguous dates are read. */
    MIXED,
    /** All are days counted by a spreadsheet. */
    SERIAL
  }

  /** The order that the cells of a column prove; the American one if none does. */
  public static Order order(List<String> cells) {
    boolean day = false;
    boolean month = false;
    boolean dots = false;
    boolean serial = !cells.isEmpty();
    for (String cell : cells) {
      Matcher numbers = NUMBERS.matcher(dateOf(cell));
      if (numbers.matches()) {
        day |= Integer.parseInt(numbers.group(1)) > 12;
        month |= Integer.parseInt(numbers.group(3)) > 12;
        dots |= numbers.group(2).equals(".");
      }
      serial &= SERIAL.matcher(cell).matches();
    }
    if (serial) {
      return Order.SERIAL;
    }
    if (day && month) {
      return Order.MIXED;
    }
    boolean dayFirst = day || (dots && !month);
    return dayFirst ? Order.DAY_FIRST : Order.MONTH_FIRST;
  }

  /** The date; a time after it is passed over. */
  public static CellReading<LocalDate> read(String cell, Order order) {
    try {
      LocalDate date = parse(cell, order);
      if (date != null) {
        return new CellReading.Known<>(date);
      }
    } catch (DateTimeException e) {
      // No such day.
    }
    return new CellReading.Unusable<>(
        "\"" + cell + "\" is not a date that is understood; left out");
  }

  private static @Nullable LocalDate parse(String cell, Order order) {
    String date = dateOf(cell);
    Matcher numbers = NUMBERS.matcher(date);
    if (numbers.matches()) {
      return ofNumbers(numbers, order);
    }
    Matcher serial = SERIAL.matcher(cell);
    if (order == Order.SERIAL && serial.matches()) {
      return SPREADSHEETS_BEGIN.plusDays(Long.parseLong(serial.group(1)));
    }
    if (YEAR_FIRST.matcher(date).matches()) {
      String[] parts = YEAR_MARKS.split(date, 3);
      return LocalDate.of(
          Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }
    if (DIGITS.matcher(date).matches()) {
      return LocalDate.parse(date, DateTimeFormatter.BASIC_ISO_DATE);
    }
    return ofWords(cell);
  }

  private static @Nullable LocalDate ofNumbers(Matcher numbers, Order order) {
    int first = Integer.parseInt(numbers.group(1));
    int second = Integer.parseInt(numbers.group(3));
    int year = Integer.parseInt(numbers.group(4));
    year += year < 100 ? 2000 : 0;
    if (order == Order.MIXED && first <= 12 && second <= 12 && first != second) {
      return null;
    }
    boolean dayFirst = order == Order.DAY_FIRST || first > 12;
    return dayFirst ? LocalDate.of(year, second, first) : LocalDate.of(year, first, second);
  }

  private static @Nullable LocalDate ofWords(String cell) {
    String joined =
        CLOCK_TIME.matcher(MARKS.matcher(cell.strip()).replaceAll("-")).replaceFirst("");
    for (DateTimeFormatter form : WORDS) {
      try {
        return LocalDate.parse(joined, form);
      } catch (DateTimeException e) {
        // The next form may fit.
      }
    }
    return null;
  }

  private static String dateOf(String cell) {
    String text = cell.strip();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == 'T' || text.charAt(i) == ' ') {
        return text.substring(0, i);
      }
    }
    return text;
  }

  private static DateTimeFormatter words(String pattern) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(pattern)
        .toFormatter(Locale.US);
  }
}
