package com.lotview.inventory.imports.store;

import com.lotview.inventory.imports.ImportJob;
import com.lotview.inventory.imports.RowOutcome;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** What became of the rows of imports: the table {@code import_row}. */
final class SqlRowOutcomes {
  private final DatabaseClient database;
  private final JsonMapper json;

  SqlRowOutcomes(DatabaseClient database, JsonMapper json) {
    this.database = database;
    this.json = json;
  }

  // One statement for all rows: their number is that of the file.
  Mono<Void> add(ImportJob job, List<RowOutcome> rows) {
    return database
        .sql(
            """
            insert into import_row (dealership_id, import_id, line, outcome, vehicle_id,
              column_name, reason, notes)
            select :dealership, :id, line, outcome, vehicle_id, column_name, reason, notes
            from jsonb_to_recordset(cast(:rows as jsonb)) as r(line integer, outcome text,
              vehicle_id uuid, column_name text, reason text, notes jsonb)
            """)
        .bind("dealership", job.dealershipId())
        .bind("id", job.id())
        .bind("rows", json.writeValueAsString(rows.stream().map(ImportRows.RowJson::of).toList()))
        .then();
  }

  Flux<RowOutcome> of(ImportJob job) {
    return database
        .sql("select line, outcome, vehicle_id from import_row where import_id = :id order by line")
        .bind("id", job.id())
        .map(ImportRows::bare)
        .all();
  }

  Flux<RowOutcome> after(UUID id, int afterLine, boolean said, int most) {
    return database
        .sql(
            """
            select * from import_row where import_id = :id and line > :after
              and (not :said or notes <> '[]') order by line limit :most
            """)
        .bind("id", id)
        .bind("after", afterLine)
        .bind("said", said)
        .bind("most", most)
        .map(row -> ImportRows.outcome(row, json))
        .all();
  }

  Flux<RowOutcome> said(UUID id, boolean rejected, int most) {
    return database
        .sql(
            """
            select * from import_row where import_id = :id and notes <> '[]'
              and (outcome = 'REJECTED') = :rejected order by line limit :most
            """)
        .bind("id", id)
        .bind("rejected", rejected)
        .bind("most", most)
        .map(row -> ImportRows.outcome(row, json))
        .all();
  }
}
