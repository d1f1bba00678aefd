package com.lotview.inventory.imports.store;

import com.lotview.inventory.imports.Comeback;
import com.lotview.inventory.imports.ImportJob;
import com.lotview.inventory.imports.ImportStore;
import com.lotview.inventory.imports.RowOutcome;
import com.lotview.inventory.imports.RowOutcome.Kind;
import com.lotview.inventory.imports.RowOutcome.Problem;
import com.lotview.inventory.imports.row.UnknownColumn;
import com.lotview.inventory.vehicle.Vehicle;
import com.lotview.kit.rows.Columns;
import io.r2dbc.postgresql.codec.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** {@link ImportStore} on PostgreSQL: the table {@code import_job} here, the others beside it. */
@Repository
class SqlImportStore implements ImportStore {
  private final DatabaseClient database;
  private final JsonMapper json;
  private final Clock clock;
  private final SqlRowOutcomes outcomes;
  private final SqlImportedStock stock;

  SqlImportStore(DatabaseClient database, JsonMapper json, Clock clock) {
    this.database = database;
    this.json = json;
    this.clock = clock;
    this.outcomes = new SqlRowOutcomes(database, json);
    this.stock = new SqlImportedStock(database);
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

  @Override
  public Mono<Void> submit(ImportJob job) {
    return database
        .sql(
            """
            insert into import_job (id, dealership_id, user_id, file_name, row_count, started_at,
              state, dry_run, missing, relist, bytes, brake, background)
            values (:id, :dealership, :user, :file, 0, :now, :state, :dry, :missing, :relist, :bytes,
              :brake, :background)
            """)
        .bind("id", job.id())
        .bind("dealership", job.dealershipId())
        .bind("user", job.userId())
        .bind("file", job.fileName())
        .bind("now", job.startedAt().atOffset(ZoneOffset.UTC))
        .bind("state", job.state().name())
        .bind("dry", job.options().dryRun())
        .bind("missing", job.options().missing().name())
        .bind("relist", job.options().relist())
        .bind("bytes", job.bytes())
        .bind("brake", Columns.orNull(job.options().brake(), Integer.class))
        .bind("background", job.options().background())
        .then();
  }

  @Override
  public Mono<ImportJob> claim(Duration lease) {
    // One claim at a time: two at once could take two imports of one dealership.
    return database
        .sql("select pg_advisory_xact_lock(hashtextextended('inventory:import-claim', 0))")
        .fetch()
        .first()
        .then(claimNext(lease));
  }

  private Mono<ImportJob> claimNext(Duration lease) {
    return database
        .sql(
            """
            update import_job set state = 'RUNNING', attempt = attempt + 1,
              claimed_at = clock_timestamp(),
              lease_until = clock_timestamp() + :lease * interval '1 millisecond'
            where id = (
              select id from import_job w
              where state in ('WAITING', 'RUNNING')
                and (lease_until is null or lease_until < clock_timestamp())
                and not exists (select from import_job r
                  where r.dealership_id = w.dealership_id and r.state = 'RUNNING'
                    and r.lease_until >= clock_timestamp())
              order by state, background,
                (select max(s.claimed_at) from import_job s
                 where s.dealership_id = w.dealership_id) nulls first,
                started_at, id
              limit 1 for update of w skip locked)
            returning *
            """)
        .bind("lease", lease.toMillis())
        .map(ImportRows::job)
        .one();
  }

  @Override
  public Mono<Boolean> extend(ImportJob job, Duration lease) {
    return database
        .sql(
            """
            update import_job set lease_until = clock_timestamp() + :lease * interval '1 millisecond'
            where id = :id and attempt = :attempt and state = 'RUNNING'
            """)
        .bind("lease", lease.toMillis())
        .bind("id", job.id())
        .bind("attempt", job.attempt())
        .fetch()
        .rowsUpdated()
        .map(updated -> updated == 1);
  }

  @Override
  public Mono<Void> describe(
      ImportJob job, int rows, List<Problem> about, List<UnknownColumn> unknown) {
    return database
        .sql(
            """
            update import_job set row_count = :rows, about = :about, unknown = :unknown
            where id = :id and attempt = :attempt
            """)
        .bind("rows", rows)
        .bind("about", Json.of(json.writeValueAsString(about)))
        .bind("unknown", Json.of(json.writeValueAsString(unknown)))
        .bind("id", job.id())
        .bind("attempt", job.attempt())
        .then();
  }

  @Override
  public Mono<ImportJob> advance(ImportJob job, List<RowOutcome> rows, Duration lease) {
    return database
        .sql(
            """
            update import_job set position = position + :done, created = created + :created,
              updated = updated + :updated, unchanged = unchanged + :unchanged,
              rejected = rejected + :rejected, returned = returned + :returned,
              still_sold = still_sold + :sold, lease_until = clock_timestamp() + :lease * interval '1 millisecond'
            where id = :id and attempt = :attempt and state = 'RUNNING'
            returning *
            """)
        .bind("done", rows.size())
        .bind("created", count(rows, Kind.CREATED))
        .bind("updated", count(rows, Kind.UPDATED))
        .bind("unchanged", count(rows, Kind.UNCHANGED))
        .bind("rejected", count(rows, Kind.REJECTED))
        .bind("returned", count(rows, Comeback.RETURNED))
        .bind("sold", count(rows, Comeback.STILL_SOLD))
        .bind("lease", lease.toMillis())
        .bind("id", job.id())
        .bind("attempt", job.attempt())
        .map(ImportRows::job)
        .one()
        .flatMap(now -> outcomes.add(now, rows).thenReturn(now));
  }

  private static int count(List<RowOutcome> outcomes, Kind kind) {
    return (int) outcomes.stream().filter(outcome -> outcome.kind() == kind).count();
  }

  private static int count(List<RowOutcome> outcomes, Comeback comeback) {
    return (int) outcomes.stream().filter(outcome -> outcome.comeback() == comeback).count();
  }

  @Override
  public Mono<ImportJob> finish(ImportJob job, Ending ending) {
    return database
        .sql(
            """
            update import_job set state = :state, refusal = :refusal, vanished = :vanished, held = :held,
              about = about || cast(:warnings as jsonb), finished_at = :now, lease_until = null
            where id = :id and attempt = :attempt and state = 'RUNNING'
            returning *
            """)
        .bind("state", ending.state().name())
        .bind("refusal", Columns.orNull(ending.refusal(), String.class))
        .bind("vanished", ending.vanished())
        .bind("held", ending.held())
        .bind("warnings", json.writeValueAsString(ending.warnings()))
        .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
        .bind("id", job.id())
        .bind("attempt", job.attempt())
        .map(ImportRows::job)
        .one();
  }

  @Override
  public Mono<ImportJob> cancel(UUID id) {
    return database
        .sql(
            """
            update import_job set state = 'CANCELLED', finished_at = :now, lease_until = null
            where id = :id and state in ('WAITING', 'RUNNING')
            returning *
            """)
        .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
        .bind("id", id)
        .map(ImportRows::job)
        .one();
  }

  @Override
  public Mono<ImportJob> find(UUID id) {
    return database
        .sql("select * from import_job where id = :id")
        .bind("id", id)
        .map(ImportRows::job)
        .one();
  }

  @Override
  public Flux<ImportJob> newest(int most) {
    return database
        .sql("select * from import_job order by started_at desc, id desc limit :most")
        .bind("most", most)
        .map(ImportRows::job)
        .all();
  }

  @Override
  public Mono<About> about(UUID id) {
    return database
        .sql("select about, unknown from import_job where id = :id")
        .bind("id", id)
        .map(row -> {
          Columns columns = new Columns(row);
          return new About(
              List.of(json.readValue(columns.text("about"), Problem[].class)),
              List.of(json.readValue(columns.text("unknown"), UnknownColumn[].class)));
        })
        .one();
  }

  @Override
  public Flux<RowOutcome> outcomes(ImportJob job) {
    return outcomes.of(job);
  }

  @Override
  public Flux<RowOutcome> rows(UUID id, int afterLine, boolean said, int most) {
    return outcomes.after(id, afterLine, said, most);
  }

  @Override
  public Flux<RowOutcome> said(UUID id, boolean rejected, int most) {
    return outcomes.said(id, rejected, most);
  }

  @Override
  public Mono<List<String>> spellings(List<String> numbers) {
    return stock.spellings(numbers);
  }

  @Override
  public Mono<Integer> onLot(Instant before) {
    return stock.onLot(before);
  }

  @Override
  public Mono<Void> addVanished(ImportJob job, List<Vehicle> archived) {
    return stock.addVanished(job, archived);
  }

  @Override
  public Mono<Set<UUID>> vanishedOf(Collection<UUID> vehicleIds) {
    return stock.vanishedOf(vehicleIds);
  }
}
