package com.lotview.inventory.imports.store;

import com.lotview.inventory.imports.ImportJob;
import com.lotview.inventory.imports.ImportStore;
import com.lotview.inventory.imports.ImportSummary;
import com.lotview.inventory.imports.RowOutcome;
import com.lotview.inventory.imports.RowOutcome.Problem;
import com.lotview.inventory.imports.file.Cells;
import com.lotview.inventory.vehicle.Vehicle;
import com.lotview.kit.rows.Columns;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** {@link ImportStore} on PostgreSQL. */
@Repository
class SqlImportStore implements ImportStore {
  private final DatabaseClient database;
  private final JsonMapper json;
  private final Clock clock;

  SqlImportStore(DatabaseClient database, JsonMapper json, Clock clock) {
    this.database = database;
    this.json = json;
    this.clock = clock;
  }

  @Override
  public Mono<Void> takeTurns(UUID dealershipId) {
    return database
        .sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
        .bind("key", "inventory:import:" + dealershipId)
        .fetch()
        .first()
        .then();
  }

  // Capitals are compared here; what else may differ occurs only in numbers that are not ASCII.
  @Override
  public Mono<List<String>> spellings(List<String> numbers) {
    Set<String> keys = numbers.stream().map(Cells::key).collect(Collectors.toSet());
    return database
        .sql(
            """
            select stock_number from vehicle
            where upper(stock_number) = any(:keys) or stock_number ~ '[^ -~]'
            """)
        .bind("keys", keys.toArray(String[]::new))
        .map(row -> new Columns(row).text("stock_number"))
        .all()
        .filter(stored -> keys.contains(Cells.key(stored)))
        .concatWithValues(numbers.toArray(String[]::new))
        .distinct()
        .collectList();
  }

  @Override
  public Mono<Void> begin(ImportJob job) {
    return database
        .sql(
            """
            insert into import_job (id, dealership_id, user_id, file_name, row_count, started_at)
            values (:id, :dealership, :user, :file, :rows, :now)
            """)
        .bind("id", job.id())
        .bind("dealership", job.dealershipId())
        .bind("user", job.userId())
        .bind("file", job.fileName())
        .bind("rows", job.rows())
        .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
        .then();
  }

  @Override
  public Mono<Void> add(ImportJob job, List<RowOutcome> rows) {
    // One statement for all rows: their number is that of the file.
    return database
        .sql(
            """
            insert into import_row (dealership_id, import_id, line, outcome, vehicle_id,
              column_name, reason, warnings)
            select :dealership, :id, line, outcome, vehicle_id, column_name, reason,
              array(select jsonb_array_elements_text(warnings))
            from jsonb_to_recordset(cast(:rows as jsonb)) as r(line integer, outcome text,
              vehicle_id uuid, column_name text, reason text, warnings jsonb)
            """)
        .bind("dealership", job.dealershipId())
        .bind("id", job.id())
        .bind("rows", json.writeValueAsString(rows.stream().map(RowJson::of).toList()))
        .then();
  }

  @Override
  public Mono<Void> addVanished(ImportJob job, List<Vehicle> archived) {
    return database
        .sql(
            """
            insert into vanished_vehicle (dealership_id, vehicle_id, import_id, version)
            select dealership_id, id, :import, version from vehicle where id = any(:vehicles)
            on conflict (dealership_id, vehicle_id) do update
              set import_id = excluded.import_id, version = excluded.version
            """)
        .bind("import", job.id())
        .bind("vehicles", archived.stream().map(Vehicle::id).toArray(UUID[]::new))
        .then();
  }

  @Override
  public Mono<Set<UUID>> vanishedOf(Collection<UUID> vehicleIds) {
    return database
        .sql(
            """
            select x.vehicle_id from vanished_vehicle x
              join vehicle v on v.id = x.vehicle_id and v.version = x.version
            where x.vehicle_id = any(:vehicles)
            """)
        .bind("vehicles", vehicleIds.toArray(UUID[]::new))
        .map(row -> new Columns(row).uuid("vehicle_id"))
        .all()
        .collect(Collectors.toSet());
  }

  @Override
  public Mono<Void> finish(ImportJob job, ImportSummary summary) {
    return database
        .sql(
            """
            update import_job set created = :created, updated = :updated, unchanged = :unchanged,
              rejected = :rejected, vanished = :vanished, finished_at = :now
            where id = :id
            """)
        .bind("created", summary.created())
        .bind("updated", summary.updated())
        .bind("unchanged", summary.unchanged())
        .bind("rejected", summary.rejected())
        .bind("vanished", summary.vanished())
        .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
        .bind("id", job.id())
        .then();
  }

  // Named as the columns are.
  @SuppressWarnings("MemberName")
  private record RowJson(
      int line,
      String outcome,
      @Nullable UUID vehicle_id,
      @Nullable String column_name,
      @Nullable String reason,
      List<String> warnings) {

    static RowJson of(RowOutcome row) {
      Problem problem = row.problem();
      return new RowJson(
          row.line(),
          row.kind().name(),
          row.vehicleId(),
          problem == null ? null : problem.column(),
          problem == null ? null : problem.reason(),
          row.warnings().stream().map(Problem::reason).toList());
    }
  }
}
