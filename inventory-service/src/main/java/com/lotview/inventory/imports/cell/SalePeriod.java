package com.lotview.inventory.imports.cell;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When a sale price holds. */
public final class SalePeriod {
  private static final Pattern RANGE =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2}\\S*)\\s*(?:/|to|--?|–)\\s*(\\d{4}-\\d{2}-\\d{2}\\S*)");
  private static final Pattern MIDNIGHT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T00:00(:00)?\\b.*");

  private SalePeriod() {}

  /** Whether the day is in the period that is written as one text. False if unclear. */
  public static boolean holds(String period, LocalDate day) {
    Matcher range = RANGE.matcher(period);
    return range.matches()
        && started(range.group(1), Dates.Order.MONTH_FIRST, day)
        && lasts(range.group(2), Dates.Order.MONTH_FIRST, day);
  }

  public static boolean started(String from, Dates.Order order, LocalDate day) {
    LocalDate start = Dates.read(from, order).orNull();
    return start != null && !start.isAfter(day);
  }

  public static boolean lasts(String until, Dates.Order order, LocalDate day) {
    LocalDate end = Dates.read(until, order).orNull();
    boolean over = end != null && end.equals(day) && MIDNIGHT.matcher(until).matches();
    return end != null && !end.isBefore(day) && !over;
  }
}
