package com.lotview.inventory.imports;

import com.lotview.inventory.imports.ImportStore.About;
import com.lotview.inventory.imports.RowOutcome.Problem;
import com.lotview.inventory.imports.row.StockFile;
import com.lotview.inventory.imports.row.UnknownColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * An import with the first remarks about its file and rows; the report has all remarks.
 *
 * @param problems one for each of the first rejected rows
 * @param warnings of the file, and of the first rows with a remark: what keeps stored vehicles from
 *     being posted, or is odd
 * @param columns those that were not understood
 */
public record ImportSummary(
    ImportJob job, List<Problem> problems, List<Problem> warnings, List<UnknownColumn> columns) {

  static ImportSummary of(
      ImportJob job, About about, List<RowOutcome> rejected, List<RowOutcome> taken) {
    List<Problem> warnings = new ArrayList<>(about.warnings());
    taken.forEach(row -> warnings.addAll(row.warnings()));
    return new ImportSummary(
        job,
        rejected.stream().map(RowOutcome::problem).filter(Objects::nonNull).toList(),
        warnings,
        about.columns());
  }

  static List<Problem> aboutFile(StockFile file) {
    List<Problem> about = new ArrayList<>();
    file.remarks()
        .forEach(remark -> about.add(new Problem(remark.line(), "", "", remark.reason(), "")));
    if (file.dealers() > 1) {
      about.add(
          new Problem(
              1,
              "",
              "",
              "names " + file.dealers() + " dealers; every row is taken as yours",
              "Send each dealer's rows as a file of its own"));
    }
    return about;
  }
}
