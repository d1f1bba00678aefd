package com.lotview.inventory.imports.row;

import com.lotview.inventory.imports.cell.Dates;
import com.lotview.inventory.imports.file.Cells;
import com.lotview.inventory.imports.file.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How a column writes its values, judged over all its cells: one cell alone does not show whether
 * 12.000 is twelve, or whether 911.0 was written as 911.
 *
 * @param floats whether every number of the column ends in .0
 * @param decimals mark before three decimals; 0 if the column has none
 * @param unclear whether three zeros after a point may be decimals or thousands
 * @param commas whether a comma stands before thousands
 * @param guarded whether every cell begins with an apostrophe
 * @param order of day and month
 */
record ColumnStyle(
    boolean floats,
    char decimals,
    boolean unclear,
    boolean commas,
    boolean guarded,
    Dates.Order order) {
  private static final Pattern PLAIN_NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
  private static final Pattern FLOAT = Pattern.compile("(-?\\d+)\\.0+");
  private static final Pattern NUMBER = Pattern.compile("[^\\d]*?(\\d[\\d.,' ]*)[^\\d]*");
  private static final Pattern THREE_ZEROS = Pattern.compile("\\d{1,3}\\.000");
  private static final Pattern BY_COMMA = Pattern.compile("\\d{1,3}(,\\d{3})+(\\.\\d+)?");
  private static final Pattern NOT_BY_COMMA = Pattern.compile("\\d+,(\\d{1,2}|\\d{4,})");

  /** The styles of all columns; what one number column proves applies to the others too. */
  static List<ColumnStyle> all(Table table, Layout layout) {
    List<Column> columns =
        IntStream.range(0, table.header().size())
            .mapToObj(column -> Column.of(table, column))
            .toList();
    List<Decimals> decimals = columns.stream().map(one -> Decimals.of(one.cells())).toList();
    List<Decimals> amounts =
        Stream.of(StockField.PRICE, StockField.MILEAGE)
            .flatMap(field -> layout.columns(field).stream())
            .map(decimals::get)
            .toList();
    boolean points = amounts.stream().anyMatch(Decimals::pointIsDecimal);
    boolean thousands = amounts.stream().anyMatch(Decimals::thousandsByPoint);
    List<ColumnStyle> styles = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      styles.add(of(columns.get(i), decimals.get(i), points && !thousands, thousands));
    }
    return styles;
  }

  /**
   * What a column's style is judged by.
   *
   * @param cells each text once, none is empty: how often it occurs proves nothing
   * @param said how many cells are not empty
   */
  private record Column(List<String> cells, int said) {
    static Column of(Table table, int column) {
      Set<String> cells = new LinkedHashSet<>();
      int said = 0;
      for (Table.Row row : table.rows()) {
        String cell = Cells.line(row.cell(column));
        if (!cell.isEmpty()) {
          said++;
          cells.add(cell);
        }
      }
      return new Column(List.copyOf(cells), said);
    }
  }

  private static ColumnStyle of(
      Column column, Decimals decimals, boolean points, boolean thousands) {
    List<String> cells = column.cells();
    List<String> numbers =
        cells.stream().filter(cell -> PLAIN_NUMBER.matcher(cell).matches()).toList();
    boolean byFile = decimals.maybe() && points;
    boolean known = decimals.proved() || byFile;
    return new ColumnStyle(
        !numbers.isEmpty() && numbers.stream().allMatch(n -> FLOAT.matcher(n).matches()),
        known ? decimals.mark() : 0,
        decimals.maybe() && decimals.zeros() && !byFile && !thousands,
        cells.stream().anyMatch(cell -> matches(BY_COMMA, cell)),
        column.said() > 1 && cells.stream().allMatch(cell -> cell.startsWith("'")),
        Dates.order(cells));
  }

  /** A cell of numbers without what its column adds. */
  String number(String cell) {
    String digits = Cells.code(cell);
    if (decimals == 0) {
      return digits;
    }
    // A fourth decimal keeps the three from being taken for thousands.
    return digits
        .replace(decimals == ',' ? "." : ",", "")
        .replaceFirst("(\\d)[.,](\\d{3})(?!\\d)", "$1.$20");
  }

  /** Whether the number is ambiguous. */
  boolean undecided(String cell) {
    return (unclear && matches(THREE_ZEROS, cell)) || (commas && matches(NOT_BY_COMMA, cell));
  }

  private static boolean matches(Pattern form, String cell) {
    Matcher number = NUMBER.matcher(cell);
    return number.matches() && form.matcher(number.group(1).strip()).matches();
  }

  /** A number or code, which its characters alone identify. */
  String code(String cell) {
    String code = Cells.code(cell);
    return floats ? FLOAT.matcher(code).replaceFirst("$1") : code;
  }

  /** A name, which may be a number. */
  String name(String cell) {
    String name = guarded ? cell.substring(1) : cell;
    return floats ? FLOAT.matcher(name).replaceFirst("$1") : name;
  }

  /**
   * What the numbers of a column show about three digits after a mark.
   *
   * @param proved they are decimals
   * @param maybe they are decimals or thousands
   * @param zeros all of them are zeros
   */
  private record Decimals(
      char mark,
      boolean proved,
      boolean maybe,
      boolean zeros,
      boolean pointIsDecimal,
      boolean thousandsByPoint) {
    private static final Pattern LONG = Pattern.compile("\\d{4,}([.,])\\d{3}");
    private static final Pattern GROUPED =
        Pattern.compile("\\d{1,3}(?:,\\d{3})+(\\.)\\d{3}|\\d{1,3}(?:\\.\\d{3})+(,)\\d{3}");
    private static final Pattern SHORT = Pattern.compile("\\d{1,3}([.,])\\d{3}");
    private static final Pattern BY_POINT =
        Pattern.compile(
            "\\d{1,3}(\\.\\d{3}){2,}|\\d{1,3}(\\.\\d{3})+,\\d*|\\d{1,3}\\.\\d{2}[1-9]|\\d+,\\d{1,2}");
    private static final Pattern POINT_BEFORE_CENTS =
        Pattern.compile("\\d+\\.\\d{1,2}|\\d{1,3}(,\\d{3})+(\\.\\d+)?");

    static Decimals of(List<String> cells) {
      Count count = new Count();
      for (String cell : cells) {
        Matcher number = NUMBER.matcher(cell);
        count.add(number.matches() ? number.group(1).strip() : "");
      }
      return count.result();
    }

    /** What the numbers of a column show of their points and commas. */
    private static final class Count {
      private int points;
      private int commas;
      private int others;
      private int proofs;
      private char proof;
      private boolean zeros = true;
      private boolean byPoint;
      private boolean cents;

      void add(String digits) {
        Matcher longer = LONG.matcher(digits);
        Matcher grouped = GROUPED.matcher(digits);
        Matcher shorter = SHORT.matcher(digits);
        if (longer.matches()) {
          proofs++;
          proof = longer.group(1).charAt(0);
        } else if (grouped.matches()) {
          proofs++;
          proof = grouped.group(1) != null ? '.' : ',';
        } else if (shorter.matches()) {
          points += shorter.group(1).equals(".") ? 1 : 0;
          commas += shorter.group(1).equals(",") ? 1 : 0;
          zeros &= digits.endsWith("000");
        } else if (digits.indexOf('.') >= 0 || digits.indexOf(',') >= 0) {
          others++;
        }
        cents |= POINT_BEFORE_CENTS.matcher(digits).matches();
        byPoint |= BY_POINT.matcher(digits).matches();
      }

      Decimals result() {
        boolean proved = proofs > 0 && others == 0;
        return new Decimals(
            proved ? proof : '.',
            proved,
            !proved && points > 0 && commas == 0 && others == 0,
            zeros,
            cents || (proved && proof == '.'),
            byPoint && proofs == 0);
      }
    }
  }
}
