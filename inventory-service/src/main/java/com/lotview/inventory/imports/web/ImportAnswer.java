package com.lotview.inventory.imports.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.lotview.inventory.imports.ImportJob;
import com.lotview.inventory.imports.ImportSummary;
import com.lotview.inventory.imports.RowOutcome.Problem;
import com.lotview.inventory.imports.row.UnknownColumn;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import as people get it.
 *
 * @param rows in the file; 0 until it was read
 * @param done of them
 * @param held vehicles that the file lacks and that stay, because they are more than half
 * @param returned of the updated ones: on the lot again
 * @param stillSold sold here, although the file has them for sale
 * @param refusal why nothing of the file was taken; null if it was
 * @param problems one for each of the first 100 rejected rows; left out in lists
 * @param warnings of the file and of its first rows; left out in lists
 * @param columns those that were not understood; left out in lists
 */
record ImportAnswer(
    UUID importId,
    String state,
    boolean dryRun,
    String fileName,
    long bytes,
    int rows,
    int done,
    int created,
    int updated,
    int unchanged,
    int rejected,
    int vanished,
    int held,
    int returned,
    int stillSold,
    @Nullable String refusal,
    Instant startedAt,
    @Nullable Instant finishedAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Problem> problems,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Problem> warnings,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<UnknownColumn> columns) {

  static ImportAnswer of(ImportJob job) {
    return of(job, null, null, null);
  }

  static ImportAnswer of(ImportSummary summary) {
    return of(summary.job(), summary.problems(), summary.warnings(), summary.columns());
  }

  private static ImportAnswer of(
      ImportJob job,
      @Nullable List<Problem> problems,
      @Nullable List<Problem> warnings,
      @Nullable List<UnknownColumn> columns) {
    ImportJob.Counts counts = job.counts();
    return new ImportAnswer(
        job.id(),
        job.state().name(),
        job.options().dryRun(),
        job.fileName(),
        job.bytes(),
        job.rows(),
        job.position(),
        counts.created(),
        counts.updated(),
        counts.unchanged(),
        counts.rejected(),
        counts.vanished(),
        counts.held(),
        counts.returned(),
        counts.stillSold(),
        job.refusal(),
        job.startedAt(),
        job.finishedAt(),
        problems,
        warnings,
        columns);
  }
}
