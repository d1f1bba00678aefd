package com.lotview.inventory.imports;

import com.lotview.inventory.imports.RowOutcome.Kind;
import com.lotview.inventory.imports.RowOutcome.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came of an import.
 *
 * @param importId null for a dry run, which leaves no trace
 * @param vanished vehicles that the file, being the whole stock, lacks: archived
 * @param problems one for each rejected row
 * @param warnings what keeps stored vehicles from being posted, or is odd
 */
public record ImportSummary(
    @Nullable UUID importId,
    boolean dryRun,
    int rows,
    int created,
    int updated,
    int unchanged,
    int rejected,
    int vanished,
    List<Problem> problems,
    List<Problem> warnings) {

  static ImportSummary of(
      @Nullable UUID importId,
      List<RowOutcome> outcomes,
      MissingVehicles.Found missing,
      List<Problem> fileWarnings) {
    List<Problem> problems = new ArrayList<>();
    List<Problem> warnings = new ArrayList<>(fileWarnings);
    warnings.addAll(missing.warnings());
    for (RowOutcome outcome : outcomes) {
      if (outcome.problem() != null) {
        problems.add(outcome.problem());
      }
      warnings.addAll(outcome.warnings());
    }
    return new ImportSummary(
        importId,
        importId == null,
        outcomes.size(),
        count(outcomes, Kind.CREATED),
        count(outcomes, Kind.UPDATED),
        count(outcomes, Kind.UNCHANGED),
        count(outcomes, Kind.REJECTED),
        missing.count(),
        problems,
        warnings);
  }

  private static int count(List<RowOutcome> outcomes, Kind kind) {
    return (int) outcomes.stream().filter(outcome -> outcome.kind() == kind).count();
  }
}
