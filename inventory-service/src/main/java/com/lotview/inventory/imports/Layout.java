package com.lotview.inventory.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Which columns of a file mean what: for each field its columns, the best first. */
final class Layout {
  private static final Pattern NEW_OR_USED =
      Pattern.compile(
          "|n|u|c|new|used|certified|cpo|certified pre-owned", Pattern.CASE_INSENSITIVE);

  private final List<String> header;
  private final Map<StockField, List<Integer>> columns = new EnumMap<>(StockField.class);

  private Layout(List<String> header) {
    this.header = header;
  }

  static Layout of(Table table) {
    Layout layout = new Layout(table.header());
    List<String> plain = table.header().stream().map(Layout::plain).toList();
    for (StockField field : StockField.values()) {
      for (String name : field.headers()) {
        for (int i = 0; i < plain.size(); i++) {
          if (plain.get(i).equals(name)) {
            layout.add(field, i);
          }
        }
      }
    }
    layout.addAmbiguous(table, plain);
    layout.requireKeyAndName();
    return layout;
  }

  /** A header name without capitals, blanks and marks; {@code #} reads "number". */
  static String plain(String name) {
    return name.strip()
        .toLowerCase(Locale.ROOT)
        .replace("#", "number")
        .replaceAll("[\\s_\\-./()]", "");
  }

  // "Type" is new or used in one system and the body in another; "title" is the condition or a
  // headline. The cells tell.
  private void addAmbiguous(Table table, List<String> plain) {
    for (int i = 0; i < plain.size(); i++) {
      String name = plain.get(i);
      if (name.equals("type") || name.equals("title")) {
        int column = i;
        boolean condition =
            table.rows().stream()
                .allMatch(row -> NEW_OR_USED.matcher(row.cell(column).strip()).matches());
        if (condition) {
          add(StockField.CONDITION, column);
        } else if (name.equals("type")) {
          add(StockField.BODY_STYLE, column);
        }
      }
    }
  }

  private void add(StockField field, int column) {
    columns.computeIfAbsent(field, f -> new ArrayList<>()).add(column);
  }

  private void requireKeyAndName() {
    boolean key =
        has(StockField.STOCK_NUMBER)
            || has(StockField.VIN)
            || has(StockField.PLATE)
            || has(StockField.RECORD_ID);
    if (!key || !has(StockField.MAKE) || !has(StockField.MODEL)) {
      throw new UnreadableFileException(
          "needs columns for stock number or VIN, make and model in its first line; found "
              + String.join(", ", header.subList(0, Math.min(header.size(), 40))));
    }
  }

  boolean has(StockField field) {
    return columns.containsKey(field);
  }

  /** Columns of the field, the best first. */
  Collection<Integer> columns(StockField field) {
    return columns.getOrDefault(field, List.of());
  }

  String name(int column) {
    return header.get(column);
  }

  int width() {
    return header.size();
  }
}
