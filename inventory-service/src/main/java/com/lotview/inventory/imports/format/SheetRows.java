package com.lotview.inventory.imports.format;

import com.lotview.inventory.imports.file.Table;
import com.lotview.inventory.imports.file.TableBuilder;
import com.lotview.inventory.imports.file.UnreadableFileException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a sheet. The first one with several texts is the header: above it stand titles of
 * reports. One object per sheet.
 */
final class SheetRows {
  private static final int FEWEST_NAMES = 3;
  private static final int MOST_COLUMNS = 1_000;

  private final TableBuilder table = new TableBuilder();
  private @Nullable List<String> header;
  private Map<Integer, String> row = new LinkedHashMap<>();

  void cell(int column, String text) {
    if (column >= MOST_COLUMNS) {
      throw new UnreadableFileException("has more than " + MOST_COLUMNS + " columns");
    }
    if (!text.isBlank() && column >= 0) {
      row.put(column, text);
    }
  }

  void end(int line) {
    if (header == null) {
      header = row.size() < FEWEST_NAMES ? null : names(row);
    } else if (!row.isEmpty()) {
      Map<String, String> cells = new LinkedHashMap<>();
      List<String> names = header;
      row.forEach((column, text) ->
          cells.put(column < names.size() ? names.get(column) : unnamed(column), text));
      table.add(line, cells);
    }
    row = new LinkedHashMap<>();
  }

  // If a name occurs twice, its second column gets a number, as in spreadsheets.
  private static List<String> names(Map<Integer, String> row) {
    int width = row.keySet().stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
    Map<String, Integer> seen = new HashMap<>();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      String name = row.getOrDefault(i, "").strip();
      int times = seen.merge(name, 1, Integer::sum);
      names.add(name.isEmpty() ? unnamed(i) : times == 1 ? name : name + " (" + times + ")");
    }
    return names;
  }

  private static String unnamed(int column) {
    return "(column " + (column + 1) + ")";
  }

  Table build() {
    if (header == null) {
      throw new UnreadableFileException("is a workbook whose first sheet has no table");
    }
    return table.build();
  }
}
