package com.lotview.inventory.imports;

import java.time.LocalDate;
import java.util.List;

/**
 * A dealer's stock file, read.
 *
 * @param dealers how many dealers the file names; 0 or 1 in most
 */
record StockFile(List<StockRow> rows, long dealers) {

  /**
   * What holds for all rows.
   *
   * @param shouts whether the file knows no small letters
   */
  record Style(Makes makes, boolean shouts, LocalDate today) {}

  /**
   * Reads a file.
   *
   * @param today where ages are counted back from
   * @throws UnreadableFileException if it is no table, or lacks the columns that vehicles need
   */
  static StockFile read(byte[] bytes, Makes makes, LocalDate today) {
    Table table = Table.read(bytes);
    Layout layout = Layout.of(table);
    Style style = new Style(makes, shouts(table, layout), today);
    List<StockRow> rows =
        table.rows().stream().map(row -> new RowReader(layout, row, style).read()).toList();
    return new StockFile(rows, dealers(table, layout));
  }

  private static boolean shouts(Table table, Layout layout) {
    return table.rows().stream()
        .flatMap(row -> layout.columns(StockField.MODEL).stream().map(row::cell))
        .noneMatch(cell -> cell.chars().anyMatch(Character::isLowerCase));
  }

  private static long dealers(Table table, Layout layout) {
    return layout.columns(StockField.DEALER).stream()
        .limit(1)
        .flatMap(column -> table.rows().stream().map(row -> row.cell(column).strip()))
        .filter(cell -> !cell.isEmpty())
        .distinct()
        .count();
  }
}
