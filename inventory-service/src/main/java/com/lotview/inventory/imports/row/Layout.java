package com.lotview.inventory.imports.row;

import com.lotview.inventory.imports.cell.Terms;
import com.lotview.inventory.imports.file.Cells;
import com.lotview.inventory.imports.file.Table;
import com.lotview.inventory.imports.file.UnreadableFileException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The meaning of a file's columns: for each field its columns, the best first. */
final class Layout {
  private static final Pattern NEW_OR_USED =
      Pattern.compile(
          "n|u|c|new|used|certified|cpo|certified pre-?owned|pre-?owned", Pattern.CASE_INSENSITIVE);

  private final List<String> header;
  private final List<String> plainHeader;
  private final Map<StockField, List<Integer>> columns = new EnumMap<>(StockField.class);

  private final Learned learned;

  private Layout(List<String> header, Learned learned) {
    this.header = header;
    this.plainHeader = header.stream().map(Layout::plain).toList();
    this.learned = learned;
  }

  static Layout of(Table table, Learned learned) {
    Layout layout = new Layout(table.header(), learned);
    List<String> plain = layout.plainHeader;
    layout.addLearned(plain);
    for (StockField field : StockField.values()) {
      for (String name : field.headers()) {
        for (int i = 0; i < plain.size(); i++) {
          if (plain.get(i).equals(name) && layout.is(field, table, i)) {
            layout.add(field, i);
          }
        }
      }
    }
    layout.addNumbered(plain);
    layout.addAmbiguous(table, plain);
    return layout;
  }

  /** A header name without capitals, accents, blanks and marks; {@code #} reads "number". */
  static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .replaceAll("\\p{M}+", "")
        .strip()
        .toLowerCase(Locale.ROOT)
        .replace("#", "number")
        .replaceAll("[\\s_\\-./():?*]", "");
  }

  private void addLearned(List<String> plain) {
    for (int i = 0; i < plain.size(); i++) {
      int column = i;
      learned.field(plain.get(i)).ifPresent(field -> add(field, column));
    }
  }

  // In some files "Status" means new or used, and "id" is the key of a database record.
  private boolean is(StockField field, Table table, int column) {
    if (learned.knows(plainHeader.get(column))) {
      return false;
    }
    return switch (field) {
      case STATUS -> !all(table, column, Layout::newOrUsed);
      case STOCK_NUMBER -> !plainHeader.get(column).equals("id") || !isRecordId(table, column);
      default -> true;
    };
  }

  private boolean isRecordId(Table table, int column) {
    int other = plainHeader.indexOf("vehicleid");
    return other >= 0
        && table.rows().stream().allMatch(row -> row.cell(column).equals(row.cell(other)));
  }

  // "Trim1" and "Comment 1" are the first of several.
  private void addNumbered(List<String> plain) {
    for (StockField field : StockField.values()) {
      for (String name : field.headers()) {
        int column = plain.indexOf(name + "1");
        if (column >= 0 && !used(column) && !learned.knows(plain.get(column))) {
          add(field, column);
        }
      }
    }
  }

  // "Type" is new or used in one system and the body in another; "title" is the condition or a
  // headline or says whether it is clean; a category is a status or a class of vehicles. The cells
  // decide.
  private void addAmbiguous(Table table, List<String> plain) {
    for (int i = 0; i < plain.size(); i++) {
      if (learned.knows(plain.get(i))) {
        continue;
      }
      switch (plain.get(i)) {
        case "type" ->
            add(all(table, i, Layout::newOrUsed) ? StockField.CONDITION : StockField.BODY_STYLE, i);
        case "title", "vehicletype", "vehicleclass", "status" -> {
          if (all(table, i, Layout::newOrUsed)) {
            add(StockField.CONDITION, i);
          } else if (plain.get(i).equals("title") && most(table, i, Terms::isTitle)) {
            add(StockField.TITLE, i);
          }
        }
        case "category", "state", "estado", "estatus", "disposition", "lotstatus", "location" -> {
          if (most(table, i, Terms::isStatus)) {
            add(StockField.STATUS, i);
          }
        }
        default -> {}
      }
    }
  }

  private static boolean newOrUsed(String cell) {
    return NEW_OR_USED.matcher(cell).matches();
  }

  private static List<String> said(Table table, int column) {
    return table.rows().stream()
        .map(row -> Cells.line(row.cell(column)))
        .filter(cell -> !cell.isEmpty())
        .toList();
  }

  private static boolean all(Table table, int column, Predicate<String> test) {
    List<String> cells = said(table, column);
    return !cells.isEmpty() && cells.stream().allMatch(test);
  }

  private static boolean most(Table table, int column, Predicate<String> test) {
    List<String> cells = said(table, column);
    return cells.stream().filter(test).count() * 2 > cells.size();
  }

  private void add(StockField field, int column) {
    columns.computeIfAbsent(field, f -> new ArrayList<>()).add(column);
  }

  /** Refuses a file whose vehicles cannot be told apart or named. */
  Layout requireKeyAndName() {
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
    return this;
  }

  boolean has(StockField field) {
    return columns.containsKey(field);
  }

  /** Whether the column means anything. */
  boolean used(int column) {
    return columns.values().stream().anyMatch(list -> list.contains(column));
  }

  /** Columns of the field, the best first. */
  Collection<Integer> columns(StockField field) {
    return columns.getOrDefault(field, List.of());
  }

  String name(int column) {
    return header.get(column);
  }

  /** The same as {@link #plain} has it. */
  String plainName(int column) {
    return plainHeader.get(column);
  }

  /** The name of each field's best column, by the field's name in the API. */
  Map<String, String> names() {
    Map<String, String> names = new HashMap<>();
    for (StockField field : StockField.values()) {
      columns(field).stream()
          .limit(1)
          .forEach(column -> names.putIfAbsent(field.apiName(), name(column)));
    }
    return names;
  }

  int width() {
    return header.size();
  }

  /** Columns up to the last that has a name. */
  int named() {
    int last = header.size();
    while (last > 0 && header.get(last - 1).isEmpty()) {
      last--;
    }
    return last;
  }
}
