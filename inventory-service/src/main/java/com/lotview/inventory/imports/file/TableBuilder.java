package com.lotview.inventory.imports.file;

import com.lotview.inventory.imports.file.Table.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a table of records that name their cells, as those of JSON and XML do. The columns are
 * those that any record has, in the order in which they first occur. One object per file.
 */
public final class TableBuilder {
  // References to cells, also of blank ones: 40 MB.
  private static final long MOST_CELLS = 10_000_000;

  private final Map<String, Integer> columns = new LinkedHashMap<>();
  private final List<Line> lines = new ArrayList<>();
  private final TextBudget budget = new TextBudget();

  private record Line(int number, Map<Integer, String> cells) {}

  /**
   * Adds a record; one without a value is no record.
   *
   * @param line on which it begins, from 1
   * @throws UnreadableFileException if there are too many
   */
  public void add(int line, Map<String, String> values) {
    Map<Integer, String> cells = new LinkedHashMap<>();
    boolean exact = exact(values);
    values.forEach((name, value) -> {
      String cell = exact ? ExactCells.read(value) : Cells.clean(value);
      if (!cell.isBlank()) {
        cells.put(column(Cells.name(name)), budget.take(cell));
      }
    });
    if (!cells.isEmpty()) {
      // A file without line ends: its records are counted instead.
      int after = lines.isEmpty() ? 0 : lines.getLast().number();
      lines.add(new Line(Math.max(line, after + 1), cells));
    }
    if (lines.size() > Table.MAX_ROWS) {
      throw new UnreadableFileException("has more than " + Table.MAX_ROWS + " rows");
    }
  }

  private static boolean exact(Map<String, String> values) {
    return values.containsKey(ExactCells.MARK);
  }

  private int column(String name) {
    Integer known = columns.get(name);
    if (known != null) {
      return known;
    }
    if (columns.size() == Table.MAX_COLUMNS) {
      throw new UnreadableFileException("has more than " + Table.MAX_COLUMNS + " columns");
    }
    columns.put(name, columns.size());
    return columns.size() - 1;
  }

  /** The table. */
  public Table build() {
    if ((long) lines.size() * columns.size() > MOST_CELLS) {
      throw new UnreadableFileException("has more than " + MOST_CELLS + " cells");
    }
    List<Row> rows = lines.stream().map(line -> new Row(line.number(), all(line), false)).toList();
    return new Table(List.copyOf(columns.keySet()), rows, List.of(), false);
  }

  private List<String> all(Line line) {
    String[] cells = new String[columns.size()];
    Arrays.fill(cells, "");
    line.cells().forEach((column, cell) -> cells[column] = cell);
    return List.of(cells);
  }
}
