package com.lotview.inventory.imports;

import com.lotview.inventory.imports.row.StockRow;
import com.lotview.inventory.imports.row.StockRow.Note;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a row.
 *
 * @param vehicleId null if the row was rejected, or would be created in a dry run
 * @param problem null unless the row was rejected
 * @param warnings what keeps a stored vehicle from being posted, or is odd
 * @param comeback null unless the file has a vehicle again that was gone
 */
public record RowOutcome(
    int line,
    Kind kind,
    @Nullable UUID vehicleId,
    @Nullable Problem problem,
    List<Problem> warnings,
    @Nullable Comeback comeback) {

  RowOutcome(
      int line,
      Kind kind,
      @Nullable UUID vehicleId,
      @Nullable Problem problem,
      List<Problem> warnings) {
    this(line, kind, vehicleId, problem, warnings, null);
  }

  /** The four possible outcomes of a row. */
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
   * @param suggestion what a person can do about it; empty if there is no suggestion
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

  /** The same of a vehicle that was gone. */
  RowOutcome with(Comeback again, Optional<String> told) {
    List<Problem> said = new ArrayList<>(warnings);
    told.ifPresent(text -> said.add(Problem.of(line, new Note("", text))));
    return new RowOutcome(line, kind, vehicleId, problem, said, again);
  }

  static RowOutcome rejected(Problem problem) {
    return new RowOutcome(problem.line(), Kind.REJECTED, null, problem, List.of());
  }
}
