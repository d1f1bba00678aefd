package com.lotview.inventory.imports.row;

import com.lotview.inventory.imports.file.Cells;
import com.lotview.inventory.imports.file.Table;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Texts in the stock-number column that identify no vehicle, such as "TBD" in several rows. */
record Keys(Set<String> placeholders) {
  private static final Pattern ZEROS = Pattern.compile("0+");
  private static final Pattern SENTENCE = Pattern.compile("\\S+( \\S+){2,}");

  static Keys of(Table table, Layout layout) {
    Set<String> placeholders = new HashSet<>();
    for (int column : layout.columns(StockField.STOCK_NUMBER)) {
      Map<String, Integer> counts = new HashMap<>();
      for (Table.Row row : table.rows()) {
        String key = Cells.key(row.cell(column));
        if (!key.isEmpty() && key.chars().noneMatch(Character::isDigit)) {
          counts.merge(key, 1, Integer::sum);
        }
      }
      counts.forEach((key, count) -> {
        boolean common = count > 1 && count * 10 > table.rows().size();
        if (common || SENTENCE.matcher(key).matches()) {
          placeholders.add(key);
        }
      });
    }
    return new Keys(placeholders);
  }

  boolean isNone(String code) {
    return placeholders.contains(Cells.key(code)) || ZEROS.matcher(code).matches();
  }
}
