package com.lotview.inventory.imports.row;

import com.lotview.inventory.imports.file.Cells;
import com.lotview.inventory.imports.file.Table;
import com.lotview.inventory.imports.file.UnreadableFileException;
import com.lotview.inventory.type.VehicleNumber;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether a file as a whole can be a dealer's stock. If not, none of its rows is believed. */
final class Plausibility {
  // Cents.
  private static final long HIGH_PRICE = 50_000_000;
  private static final int OLD = 3;
  private static final long LITTLE = 1_000;

  private Plausibility() {}

  /** Stops a file whose rows are cut. */
  static void judge(Table table, Layout layout) {
    int rows = table.rows().size();
    long shorter = table.rows().stream().filter(row -> row.cells().size() < layout.named()).count();
    if (shorter > 1 && shorter * 3 >= rows) {
      refuse(
          shorter
              + " of "
              + rows
              + " rows have fewer cells than the header has names: rows are cut,"
              + " or the file's quotes or delimiters are not as they should be");
    }
  }

  /** Stops a file whose vehicles cost nothing or a fortune, or have not been driven. */
  static void judge(List<StockRow> all, LocalDate today) {
    Set<String> keys = new HashSet<>();
    List<StockRow> rows =
        all.stream().filter(row -> row.wrong().isEmpty() && own(row, keys)).toList();
    prices(rows);
    mileages(rows, today);
  }

  private static void prices(List<StockRow> rows) {
    int priced = 0;
    int low = 0;
    int high = 0;
    for (StockRow row : rows) {
      boolean dollars = row.draft().priceCurrency() == null;
      Long price = dollars ? row.draft().price() : null;
      low += row.low() ? 1 : 0;
      high += price != null && price >= HIGH_PRICE ? 1 : 0;
      priced += row.low() || price != null ? 1 : 0;
    }
    if (low > 1 && low * 2 >= priced) {
      refuse(
          low
              + " of "
              + priced
              + " prices are below $500: the prices are in another unit, or not"
              + " prices of vehicles");
    }
    if (high > 2 && high * 2 > priced) {
      refuse(high + " of " + priced + " prices are above $500,000: the prices are in another unit");
    }
  }

  private static void mileages(List<StockRow> rows, LocalDate today) {
    int old = 0;
    int little = 0;
    for (StockRow row : rows) {
      Integer year = row.draft().year();
      Long miles = row.draft().mileage();
      if (year != null && miles != null && year <= today.getYear() - OLD) {
        old++;
        little += miles < LITTLE ? 1 : 0;
      }
    }
    if (little > 2 && little * 2 > old) {
      refuse(
          little
              + " of "
              + old
              + " vehicles that are three years old or older have less than 1,000 miles: the"
              + " mileages are in another unit, such as thousands");
    }
  }

  private static boolean own(StockRow row, Set<String> keys) {
    String number = row.number();
    String vin = row.draft().vin();
    boolean firstNumber = number == null || keys.add("number " + Cells.key(number));
    boolean firstVin =
        vin == null
            || (keys.add("vin " + vin)
                && VehicleNumber.read(vin, row.draft().year()) instanceof VehicleNumber.Known);
    return firstNumber && firstVin;
  }

  private static void refuse(String why) {
    throw new UnreadableFileException("looks wrong as a whole, so nothing of it is taken: " + why);
  }
}
