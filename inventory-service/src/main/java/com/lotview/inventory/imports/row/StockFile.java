package com.lotview.inventory.imports.row;

import com.lotview.contracts.Market;
import com.lotview.inventory.imports.cell.Dates;
import com.lotview.inventory.imports.file.ExactCells;
import com.lotview.inventory.imports.file.Remark;
import com.lotview.inventory.imports.file.Source;
import com.lotview.inventory.imports.file.Table;
import com.lotview.inventory.imports.file.UnreadableFileException;
import com.lotview.inventory.imports.format.StockTables;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A dealer's stock file, read.
 *
 * @param dealers how many dealers the file names; 0 or 1 in most
 * @param columns how each was interpreted
 * @param unknown columns that were not understood
 */
public record StockFile(
    List<StockRow> rows,
    long dealers,
    List<ColumnUse> columns,
    List<UnknownColumn> unknown,
    List<Remark> remarks) {

  /**
   * What applies to all rows.
   *
   * @param names the name of each field's best column, by the field's name in the API
   * @param shouts whether the file has no lower-case letters
   * @param floats whether it writes whole numbers as 2019.0
   */
  record Style(
      Makes makes,
      Map<String, String> names,
      boolean shouts,
      boolean floats,
      List<ColumnStyle> columns,
      LocalDate today,
      Market market) {}

  /**
   * Reads a file.
   *
   * @param learned meanings of columns that people have set
   * @param market gives currency and unit to numbers that name none
   * @param today where ages are counted back from
   * @throws UnreadableFileException if it is no table, lacks the columns that vehicles need, or
   *     looks wrong as a whole
   */
  public static StockFile read(
      Source source, Makes makes, LocalDate today, Market market, Learned learned) {
    Table table = StockTables.read(source);
    Layout layout = Layout.of(table, learned).requireKeyAndName();
    if (ExactCells.in(table.header())) {
      return exported(table, layout, market);
    }
    Plausibility.judge(table, layout);
    Style style = style(table, layout, makes, today, market);
    Shift shift = new Shift(table, layout);
    Keys keys = Keys.of(table, layout);
    List<StockRow> rows =
        table.rows().stream()
            .map(row -> new RowReader(layout, row, style, keys).read(shift.reason(row)))
            .toList();
    Plausibility.judge(rows, today);
    return new StockFile(
        rows,
        dealers(table, layout),
        ColumnUse.of(table, layout),
        UnknownColumn.of(table, layout),
        table.remarks());
  }

  private static Style style(
      Table table, Layout layout, Makes makes, LocalDate today, Market market) {
    List<ColumnStyle> columns = ColumnStyle.all(table, layout);
    return new Style(
        makes,
        layout.names(),
        shouts(table, layout),
        floats(layout, columns),
        columns,
        today,
        market);
  }

  /**
   * How the columns of a file are interpreted, also of one that would be refused: a person may
   * correct them.
   *
   * @throws UnreadableFileException if it is no table
   */
  public static List<ColumnUse> columns(Source source, Learned learned) {
    Table table = StockTables.read(source);
    return ColumnUse.of(table, Layout.of(table, learned));
  }

  // A file that this system wrote needs no judgement.
  private static StockFile exported(Table table, Layout layout, Market market) {
    List<String> header = table.header();
    int date = header.indexOf(ExactRow.LOT_DATE);
    Dates.Order order =
        Dates.order(table.rows().stream().map(row -> date < 0 ? "" : row.cell(date)).toList());
    List<StockRow> rows =
        table.rows().stream().map(row -> new ExactRow(header, row, market, order).read()).toList();
    return new StockFile(rows, 0, ColumnUse.of(table, layout), List.of(), table.remarks());
  }

  private static boolean shouts(Table table, Layout layout) {
    return table.rows().stream()
        .flatMap(row -> layout.columns(StockField.MODEL).stream().map(row::cell))
        .noneMatch(cell -> cell.chars().anyMatch(Character::isLowerCase));
  }

  private static boolean floats(Layout layout, List<ColumnStyle> columns) {
    return Stream.of(StockField.YEAR, StockField.MILEAGE, StockField.STOCK_NUMBER)
        .flatMap(field -> layout.columns(field).stream())
        .anyMatch(column -> columns.get(column).floats());
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
