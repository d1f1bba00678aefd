package com.lotview.inventory.imports.store;

import com.lotview.inventory.imports.ImportJob;
import com.lotview.inventory.imports.Missing;
import com.lotview.inventory.imports.RowOutcome;
import com.lotview.inventory.imports.RowOutcome.Kind;
import com.lotview.inventory.imports.RowOutcome.Problem;
import com.lotview.kit.rows.Columns;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Rows of the tables {@code import_job} and {@code import_row}. */
final class ImportRows {
  private ImportRows() {}

  static ImportJob job(Readable readable) {
    Columns row = new Columns(readable);
    return new ImportJob(
        row.uuid("id"),
        row.uuid("dealership_id"),
        row.uuid("user_id"),
        row.text("file_name"),
        new ImportJob.Options(
            row.flag("dry_run"),
            Missing.valueOf(row.text("missing")),
            row.flag("relist"),
            row.findNumber("brake"),
            row.flag("background")),
        row.big("bytes"),
        ImportJob.State.valueOf(row.text("state")),
        row.number("row_count"),
        row.number("position"),
        new ImportJob.Counts(
            row.number("created"),
            row.number("updated"),
            row.number("unchanged"),
            row.number("rejected"),
            row.number("vanished"),
            row.number("held"),
            row.number("returned"),
            row.number("still_sold")),
        row.findText("refusal"),
        row.number("attempt"),
        row.instant("started_at"),
        row.findInstant("finished_at"));
  }

  static RowOutcome bare(Readable readable) {
    Columns row = new Columns(readable);
    return new RowOutcome(
        row.number("line"),
        Kind.valueOf(row.text("outcome")),
        row.findUuid("vehicle_id"),
        null,
        List.of(),
        null);
  }

  static RowOutcome outcome(Readable readable, JsonMapper json) {
    RowOutcome bare = bare(readable);
    List<Problem> notes =
        List.of(json.readValue(new Columns(readable).text("notes"), Problem[].class));
    boolean rejected = bare.kind() == Kind.REJECTED && !notes.isEmpty();
    return new RowOutcome(
        bare.line(),
        bare.kind(),
        bare.vehicleId(),
        rejected ? notes.getFirst() : null,
        rejected ? List.of() : notes,
        null);
  }

  /** A row to store; named as the columns are. */
  @SuppressWarnings("MemberName")
  record RowJson(
      int line,
      String outcome,
      @Nullable UUID vehicle_id,
      @Nullable String column_name,
      @Nullable String reason,
      List<Problem> notes) {

    static RowJson of(RowOutcome row) {
      Problem problem = row.problem();
      return new RowJson(
          row.line(),
          row.kind().name(),
          row.vehicleId(),
          problem == null ? null : problem.column(),
          problem == null ? null : problem.reason(),
          problem == null ? row.warnings() : List.of(problem));
    }
  }
}
