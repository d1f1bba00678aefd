package com.lotview.inventory.imports.row;

import com.lotview.inventory.imports.file.Cells;
import com.lotview.inventory.imports.file.Table;
import com.lotview.inventory.imports.file.UnreadableFileException;
import com.lotview.inventory.type.VehicleNumber;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether a file as a whole can be a dealer's stock. If not, none of its rows is believed. */
final class Plausibility {
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

  /** Stops a file whose vehicles cost nothing. */
  static void judge(List<StockRow> rows) {
    Set<String> keys = new HashSet<>();
    int priced = 0;
    int low = 0;
    for (StockRow row : rows) {
      if (row.wrong().isEmpty() && own(row, keys)) {
        low += row.low() ? 1 : 0;
        priced += row.low() || row.draft().price() != null ? 1 : 0;
      }
    }
    if (low > 1 && low * 2 >= priced) {
      refuse(
          low
              + " of "
              + priced
              + " prices are below $500: the prices are in another unit, or not"
              + " prices of vehicles");
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
