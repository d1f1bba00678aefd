package com.lotview.inventory.imports.row;

import com.lotview.inventory.imports.file.Cells;
import com.lotview.inventory.imports.file.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How a column was interpreted.
 *
 * @param field of the API; empty if the column was not used
 * @param samples up to three of its values
 */
public record ColumnUse(String column, String field, List<String> samples) {
  private static final int SAMPLES = 3;
  private static final int LONGEST = 60;

  static List<ColumnUse> of(Table table, Layout layout) {
    List<ColumnUse> uses = new ArrayList<>();
    for (int i = 0; i < layout.width(); i++) {
      int column = i;
      List<String> samples =
          table.rows().stream()
              .map(row -> Cells.line(row.cell(column)))
              .filter(cell -> !cell.isEmpty())
              .distinct()
              .limit(SAMPLES)
              .map(cell -> cell.length() <= LONGEST ? cell : cell.substring(0, LONGEST) + "…")
              .toList();
      String field =
          Arrays.stream(StockField.values())
              .filter(one -> layout.columns(one).contains(column))
              .map(StockField::apiName)
              .findFirst()
              .orElse("");
      uses.add(new ColumnUse(layout.name(i), field, samples));
    }
    return uses;
  }
}
