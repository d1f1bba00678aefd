package com.lotview.inventory.imports.row;

import com.lotview.inventory.imports.cell.CellReading;
import com.lotview.inventory.imports.cell.Dates;
import com.lotview.inventory.imports.cell.Spreadsheet;
import com.lotview.inventory.imports.file.Cells;
import com.lotview.inventory.imports.file.Table;
import com.lotview.inventory.imports.row.StockRow.Note;
import com.lotview.inventory.meaning.Answer;
import com.lotview.inventory.meaning.Answer.SaysNothing;
import com.lotview.inventory.meaning.CellReader;
import com.lotview.inventory.meaning.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The cells of one row by field. Keeps the column of each value and the faults of cells. One object
 * per row.
 */
final class RowCells {
  private static final Pattern MISSING =
      Pattern.compile(
          "|[-–—.?_*]+|n\\.?/?a\\.?|#n/a|null|nil|nan|none|unspecified|not"
              + " specified|unknown|tbd|tba|to be determined|undefined",
          Pattern.CASE_INSENSITIVE);
  private static final String NOTHING_BEGINS = "-–—.?_*#nNuUtT";
  private static final Set<StockField> CODES =
      Set.of(StockField.STOCK_NUMBER, StockField.VIN, StockField.PLATE, StockField.RECORD_ID);
  private static final Set<StockField> NUMBERS =
      Set.of(StockField.PRICE, StockField.MILEAGE, StockField.YEAR);
  private static final Set<StockField> NAMES = Set.of(StockField.MAKE, StockField.MODEL);
  private static final Set<StockField> TEXTS = Set.of(StockField.FEATURES, StockField.NOTES);
  private static final int LONGEST_NAME = 100;
  private static final CellReader READER = CellReader.get();

  private final Layout layout;
  private final Table.Row row;
  private final StockFile.Style style;
  private final List<Note> wrong = new ArrayList<>();
  private final List<Note> warnings = new ArrayList<>();
  private final Map<String, String> columns;

  RowCells(Layout layout, Table.Row row, StockFile.Style style) {
    this.layout = layout;
    this.row = row;
    this.style = style;
    this.columns = new HashMap<>(style.names());
  }

  /** A cell as one line. */
  record Line(int column, String text) {
    boolean isMissing() {
      return isNothing(text);
    }
  }

  // The first character rules most cells out at little cost.
  private static boolean isNothing(String cell) {
    return cell.isEmpty()
        || (NOTHING_BEGINS.indexOf(cell.charAt(0)) >= 0 && MISSING.matcher(cell).matches());
  }

  /** The cells of the field's columns, with any content. */
  List<Line> lines(StockField field) {
    return layout.columns(field).stream()
        .map(column -> new Line(column, Cells.line(row.cell(column))))
        .toList();
  }

  /** The first of the field's columns that is not empty. */
  @Nullable String text(StockField field) {
    return value(field, CellReading.Known::new);
  }

  <T> @Nullable T value(StockField field, Function<String, CellReading<T>> reader) {
    return value(field, (column, cell) -> reader.apply(cell));
  }

  /**
   * The value of the first of the field's columns that has one.
   *
   * @param reader reads a cell of the column with that number
   */
  <T> @Nullable T value(StockField field, BiFunction<Integer, String, CellReading<T>> reader) {
    for (int column : layout.columns(field)) {
      String cell = cell(field, column);
      if (isNothing(cell)) {
        continue;
      }
      CellReading<T> reading = ruled(field, column, cell, reader);
      switch (reading) {
        case CellReading.Known<T>(T value) -> {
          foundIn(field, column);
          return value;
        }
        case CellReading.Unusable<T>(String reason) -> {
          foundIn(field, column);
          note(warnings, field, column, reason);
        }
        case CellReading.Wrong<T>(String reason) -> {
          foundIn(field, column);
          boolean needed = field == StockField.YEAR || NAMES.contains(field);
          note(needed ? wrong : warnings, field, column, needed ? reason : reason + "; left out");
          return null;
        }
        case CellReading.Missing<T> nothing -> {}
      }
    }
    return null;
  }

  /** The cell as its column writes it. */
  private String cell(StockField field, int column) {
    ColumnStyle written = style.columns().get(column);
    String raw = row.cell(column);
    if (CODES.contains(field)) {
      return written.code(raw);
    }
    if (NUMBERS.contains(field)) {
      return written.number(raw);
    }
    return NAMES.contains(field) ? written.name(Cells.line(raw)) : Cells.line(raw);
  }

  // Checks that apply to a cell before any reader.
  private <T> CellReading<T> ruled(
      StockField field,
      int column,
      String cell,
      BiFunction<Integer, String, CellReading<T>> reader) {
    boolean date = field.apiName().equals("lotDate") || TEXTS.contains(field);
    boolean ruined =
        (NUMBERS.contains(field) || date)
            ? Spreadsheet.ruinedNumber(cell)
            : Spreadsheet.ruinedText(cell);
    if (ruined) {
      return new CellReading.Wrong<>("\"" + cell + "\" is what a spreadsheet made of another text");
    }
    if (NUMBERS.contains(field)
        && field != StockField.YEAR
        && style.columns().get(column).undecided(cell)) {
      return new CellReading.Wrong<>("\"" + cell + "\" may have decimals or thousands");
    }
    if (!TEXTS.contains(field) && cell.length() > longest(field)) {
      return new CellReading.Wrong<>("is longer than " + longest(field) + " characters");
    }
    return reader.apply(column, cell);
  }

  private static int longest(StockField field) {
    return field == StockField.TRIM || field == StockField.ENGINE ? 2 * LONGEST_NAME : LONGEST_NAME;
  }

  /** The answer of the first of the field's columns that says anything about this kind. */
  Answer meaning(StockField field, Kind kind) {
    for (Line line : lines(field)) {
      Answer plain = READER.read(kind, line.text());
      Answer answer =
          plain instanceof SaysNothing
              ? READER.read(kind, header(line.column()), line.text())
              : plain;
      if (!(answer instanceof SaysNothing)) {
        foundIn(field, line.column());
        return answer;
      }
    }
    return new SaysNothing();
  }

  /** The value of the first of the field's columns that the reader understands. */
  @Nullable String understood(StockField field, Function<String, @Nullable String> reader) {
    for (Line line : lines(field)) {
      String said = reader.apply(line.text());
      if (said != null) {
        foundIn(field, line.column());
        return said;
      }
    }
    return null;
  }

  /** The cell under a header, as it stands in the file; empty if there is none. */
  String written(String header) {
    for (int column = 0; column < layout.width(); column++) {
      if (layout.name(column).equals(header)) {
        return row.cell(column);
      }
    }
    return "";
  }

  /** The header of a column without capitals, accents, blanks and marks. */
  String plainHeader(int column) {
    return layout.plainName(column);
  }

  /** The header of a column. */
  String header(int column) {
    return layout.name(column);
  }

  /** The header of the field's first column. */
  String header(StockField field) {
    return layout.columns(field).stream().findFirst().map(layout::name).orElse(field.apiName());
  }

  /** The order in which a column writes day, month and year. */
  Dates.Order dateOrder(int column) {
    return style.columns().get(column).order();
  }

  /** Notes that the field's value is from that column. */
  void foundIn(StockField field, int column) {
    columns.put(field.apiName(), layout.name(column));
  }

  // Two prices of a row may have the same fault; it is reported once.
  private void note(List<Note> notes, StockField field, int column, String reason) {
    List<String> names = layout.columns(field).stream().map(layout::name).toList();
    if (notes.stream()
        .noneMatch(note -> note.reason().equals(reason) && names.contains(note.column()))) {
      notes.add(new Note(layout.name(column), reason));
    }
  }

  /** Warns of the field's value; the row is taken. */
  void warn(StockField field, String reason) {
    warnings.add(new Note(columns.getOrDefault(field.apiName(), field.apiName()), reason));
  }

  /** Rejects the row. */
  void reject(Note reason) {
    wrong.add(reason);
  }

  List<Note> wrong() {
    return List.copyOf(wrong);
  }

  List<Note> warnings() {
    return List.copyOf(warnings);
  }

  /** The header of each field's column, by the field's name. */
  Map<String, String> columns() {
    return Map.copyOf(columns);
  }
}
