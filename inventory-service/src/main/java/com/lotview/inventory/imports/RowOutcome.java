package com.lotview.inventory.imports;

import com.lotview.inventory.imports.row.StockRow;
import com.lotview.inventory.imports.row.StockRow.Note;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a row.
 *
 * @param vehicleId null if the row was rejected, or would be created in a dry run
 * @param problem null unless the row was rejected
 * @param warnings what keeps a stored vehicle from being posted, or is odd
 */
public record RowOutcome(
    int line,
    Kind kind,
    @Nullable UUID vehicleId,
    @Nullable Problem problem,
    List<Problem> warnings) {

  /** The four ways a row can go. */
  public enum Kind {
    CREATED,
    UPDATED,
    UNCHANGED,
    REJECTED
  }

  /**
   * Something about a row.
   *
   * @param column as the file names it; empty if it is about the whole row
   * @param value the cell; empty if it is about the whole row, or there is none
   * @param suggestion what a person can do about it; empty if nothing suggests itself
   */
  public record Problem(int line, String column, String value, String reason, String suggestion) {
    private static final int LONGEST_VALUE = 200;

    static Problem of(int line, Note note) {
      return new Problem(line, note.column(), "", note.reason(), "");
    }

    static Problem of(StockRow row, Note note) {
      String cell = note.column().isEmpty() ? "" : row.cell(note.column());
      String value = cell.length() <= LONGEST_VALUE ? cell : cell.substring(0, LONGEST_VALUE) + "…";
      return new Problem(
          row.line(), note.column(), value, note.reason(), Suggestion.of(row, note, cell));
    }
  }

  static RowOutcome rejected(Problem problem) {
    return new RowOutcome(problem.line(), Kind.REJECTED, null, problem, List.of());
  }
}
