package com.lotview.inventory.imports;

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
   */
  public record Problem(int line, String column, String reason) {
    static Problem of(int line, Note note) {
      return new Problem(line, note.column(), note.reason());
    }
  }

  static RowOutcome rejected(int line, Note note) {
    return new RowOutcome(line, Kind.REJECTED, null, Problem.of(line, note), List.of());
  }
}
