package com.lotview.inventory.imports;

import com.lotview.inventory.imports.RowOutcome.Kind;
import com.lotview.inventory.imports.RowOutcome.Problem;
import com.lotview.inventory.imports.row.StockFile;
import com.lotview.inventory.imports.row.UnknownColumn;
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
 * @param columns those that were not understood
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
    List<Problem> warnings,
    List<UnknownColumn> columns) {

  static ImportSummary of(
      @Nullable UUID importId,
      List<RowOutcome> outcomes,
      MissingVehicles.Found missing,
      StockFile file) {
    List<Problem> problems = new ArrayList<>();
    List<Problem> warnings = aboutFile(file);
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
        warnings,
        file.unknown());
  }

  static List<Problem> aboutFile(StockFile file) {
    List<Problem> about = new ArrayList<>();
    file.remarks().forEach(remark -> about.add(new Problem(remark.line(), "", remark.reason())));
    if (file.dealers() > 1) {
      about.add(
          new Problem(1, "", "names " + file.dealers() + " dealers; every row is taken as yours"));
    }
    return about;
  }

  private static int count(List<RowOutcome> outcomes, Kind kind) {
    return (int) outcomes.stream().filter(outcome -> outcome.kind() == kind).count();
  }
}
