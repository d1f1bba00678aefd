package com.lotview.inventory.imports.row;

import com.lotview.inventory.imports.cell.Terms;
import com.lotview.inventory.meaning.Answer.Says;
import com.lotview.inventory.meaning.Answer.SaysBoth;
import com.lotview.inventory.meaning.Answer.SaysNot;
import com.lotview.inventory.meaning.Answer.SaysNothing;
import com.lotview.inventory.meaning.CellReader;
import com.lotview.inventory.meaning.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The status of a row's vehicle: ACTIVE, PENDING or SOLD. */
final class RowStatus {
  private static final Pattern NO_STATUS =
      Pattern.compile("|[-–—.]+|n/a|#n/a|null|nan", Pattern.CASE_INSENSITIVE);
  private static final Pattern IN_TRANSIT = Pattern.compile("(?i)\\btransit\\b");
  private static final CellReader READER = CellReader.get();

  private final RowCells cells;

  RowStatus(RowCells cells) {
    this.cells = cells;
  }

  /** The least available status that the columns name; null if they name none. */
  @Nullable String read() {
    List<String> said = new ArrayList<>();
    for (RowCells.Line line : cells.lines(StockField.STATUS)) {
      if (!NO_STATUS.matcher(line.text()).matches()) {
        cells.foundIn(StockField.STATUS, line.column());
        said.add(status(line.text()));
      }
    }
    flag(StockField.SOLD_FLAG, "SOLD", "ACTIVE", said);
    flag(StockField.AVAILABLE_FLAG, "ACTIVE", "PENDING", said);
    for (String status : List.of("SOLD", "PENDING", "ACTIVE")) {
      if (said.contains(status)) {
        return status;
      }
    }
    return null;
  }

  private String status(String cell) {
    return switch (READER.read(Kind.STATUS, cell)) {
      case Says(String value) -> value.equals("AVAILABLE") ? "ACTIVE" : value;
      case SaysNot(Set<String> values) when values.equals(Set.of("SOLD")) -> "ACTIVE";
      case SaysNothing() when IN_TRANSIT.matcher(cell).find() -> {
        cells.warn(StockField.STATUS, "is in transit, not on the lot yet");
        yield "";
      }
      case SaysNot(Set<String> values) -> notUnderstood(cell);
      case SaysBoth(Set<String> values) -> notUnderstood(cell);
      case SaysNothing() -> notUnderstood(cell);
    };
  }

  private String notUnderstood(String status) {
    cells.warn(
        StockField.STATUS,
        "\"" + status + "\" is not understood as a status: stored as PENDING, not to be posted");
    return "PENDING";
  }

  private void flag(StockField field, String yes, String no, List<String> said) {
    String cell = cells.text(field);
    if (cell != null) {
      Boolean set = Terms.yesOrNo(cell);
      said.add(set == null ? status(cell) : set ? yes : no);
    }
  }
}
