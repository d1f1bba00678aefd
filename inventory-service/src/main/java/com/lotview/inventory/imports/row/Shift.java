package com.lotview.inventory.imports.row;

import com.lotview.inventory.imports.file.Cells;
import com.lotview.inventory.imports.file.Table;
import com.lotview.inventory.imports.file.Table.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds rows whose cells do not stand under their headers: by their length, and by cells that
 * belong into another column as the other rows show.
 */
final class Shift {
  private static final Set<StockField> WORDS =
      Set.of(
          StockField.MAKE,
          StockField.EXTERIOR_COLOR,
          StockField.INTERIOR_COLOR,
          StockField.TRANSMISSION,
          StockField.FUEL_TYPE,
          StockField.BODY_STYLE,
          StockField.DRIVETRAIN);
  private static final Set<StockField> COLORS =
      Set.of(StockField.EXTERIOR_COLOR, StockField.INTERIOR_COLOR);
  private static final Set<StockField> CHECKED =
      Set.of(StockField.PRICE, StockField.MILEAGE, StockField.YEAR, StockField.NOTES);
  // A cell under such a header may begin with an inch mark.
  private static final Set<StockField> NAMES = Set.of(StockField.MAKE, StockField.MODEL);
  private static final Pattern AMOUNT = Pattern.compile("\\$?\\d[\\d.,]+");
  private static final Pattern HEAD_OF_THOUSANDS = Pattern.compile("\\$?\\d{1,3}");
  private static final Pattern TAIL_OF_THOUSANDS = Pattern.compile("\\d{3}(\\.\\d\\d)?");
  private static final int ENOUGH = 2;

  private final Layout layout;
  private final Map<Integer, StockField> columns = new HashMap<>();
  private final Map<String, Map<Integer, Integer>> vocabulary = new HashMap<>();
  private final Map<Integer, Boolean> numeric = new HashMap<>();
  private final @Nullable Row last;
  private final boolean onlyLastIsShort;

  Shift(Table table, Layout layout) {
    this.layout = layout;
    for (StockField field : WORDS) {
      layout.columns(field).forEach(column -> columns.putIfAbsent(column, field));
    }
    for (StockField field : CHECKED) {
      layout.columns(field).forEach(column -> columns.putIfAbsent(column, field));
    }
    List<Row> fitting =
        table.rows().stream().filter(row -> row.cells().size() == layout.width()).toList();
    columns.forEach((column, field) -> learn(fitting, column, field));
    this.last = table.rows().isEmpty() ? null : table.rows().getLast();
    this.onlyLastIsShort =
        table.open()
            && table.rows().size() > ENOUGH
            && table.rows().stream().filter(row -> row.cells().size() < layout.named()).count()
                == 1;
  }

  private void learn(List<Row> rows, int column, StockField field) {
    int amounts = 0;
    int said = 0;
    for (Row row : rows) {
      String cell = word(row.cell(column));
      if (!cell.isEmpty()) {
        said++;
        amounts += AMOUNT.matcher(cell).matches() ? 1 : 0;
        if (WORDS.contains(field)) {
          vocabulary.computeIfAbsent(cell, c -> new HashMap<>()).merge(column, 1, Integer::sum);
        }
      }
    }
    numeric.put(column, amounts * 10 > said * 6);
  }

  /** Why the row's cells cannot be trusted; null if they can. */
  @Nullable String reason(Row row) {
    if (row.cells().size() > layout.width()) {
      return "has more cells than the header ("
          + row.cells().size()
          + " instead of "
          + layout.width()
          + "); a quote may be missing, or a comma of thousands stands without quotes";
    }
    if (row.equals(last) && cut(row)) {
      return "the file ends in the middle of this row: it has "
          + row.cells().size()
          + " cells instead of "
          + layout.width();
    }
    if (row.bare() && unclosedName(row)) {
      return "begins a quote that nothing closes";
    }
    List<String> strange = strange(row);
    boolean shorter = row.cells().size() < layout.named();
    return strange.size() >= (shorter ? 1 : ENOUGH)
        ? "the cells do not fit their headers: " + String.join(", ", strange)
        : null;
  }

  // A writer that omits blank cells does so in other rows too.
  private boolean cut(Row row) {
    return row.cells().size() < layout.named() && onlyLastIsShort;
  }

  private boolean unclosedName(Row row) {
    return NAMES.stream()
        .flatMap(field -> layout.columns(field).stream())
        .anyMatch(column -> row.cell(column).stripLeading().startsWith("\""));
  }

  private List<String> strange(Row row) {
    List<String> strange = new ArrayList<>();
    columns.forEach((column, field) -> {
      String cell = word(row.cell(column));
      boolean amongWords =
          WORDS.contains(field)
              && AMOUNT.matcher(cell).matches()
              && !numeric.getOrDefault(column, false);
      if (amongWords || elsewhere(cell, column, field)) {
        strange.add(layout.name(column) + " is \"" + row.cell(column).strip() + "\"");
      }
    });
    for (int column : List.copyOf(columns.keySet())) {
      if (thousandsApart(row, column)) {
        strange.add(row.cell(column - 1) + " and " + row.cell(column) + " may be one number");
      }
    }
    return strange;
  }

  // A word that other rows have in another column, and none has here.
  private boolean elsewhere(String cell, int column, StockField field) {
    Map<Integer, Integer> places = vocabulary.getOrDefault(cell, Map.of());
    if (places.isEmpty() || AMOUNT.matcher(cell).matches()) {
      return false;
    }
    int here = places.getOrDefault(column, 0);
    int there =
        places.entrySet().stream()
            .filter(place -> place.getKey() != column)
            .filter(
                place -> !(COLORS.contains(field) && COLORS.contains(columns.get(place.getKey()))))
            .mapToInt(Map.Entry::getValue)
            .sum();
    return WORDS.contains(field) ? here <= 1 && there >= 2 : there >= 1;
  }

  // "45","123" where a number stands in this column and in the one before.
  private boolean thousandsApart(Row row, int column) {
    StockField before = columns.get(column - 1);
    StockField field = columns.get(column);
    boolean amounts =
        (before == StockField.MILEAGE || before == StockField.PRICE) && field != StockField.NOTES;
    return amounts
        && HEAD_OF_THOUSANDS.matcher(row.cell(column - 1).strip()).matches()
        && TAIL_OF_THOUSANDS.matcher(row.cell(column).strip()).matches();
  }

  private static String word(String cell) {
    return Cells.line(cell).toLowerCase(Locale.ROOT);
  }
}
