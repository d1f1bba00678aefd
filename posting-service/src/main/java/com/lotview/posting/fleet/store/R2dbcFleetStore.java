package com.lotview.posting.fleet.store;

import com.lotview.kit.rows.Columns;
import com.lotview.posting.dispatch.AccountRef;
import com.lotview.posting.fleet.FleetCapacity;
import com.lotview.posting.fleet.FleetStore;
import com.lotview.posting.fleet.WorkerReport;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class R2dbcFleetStore implements FleetStore {
  private static final Duration FORGOTTEN = Duration.ofDays(1);
  // Before the first job of a fleet has ended; it only shapes what is shown.
  private static final double USUAL_SECONDS = 60;

  private final DatabaseClient database;

  R2dbcFleetStore(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<Void> note(WorkerReport report, Instant now) {
    return database
        .sql(
            """
            with old as (delete from fleet_worker where seen_at < :forgotten and worker <> :worker)
            insert into fleet_worker (worker, browsers, free, seconds_per_job, seen_at)
            values (:worker, :browsers, :free, :seconds, :now)
            on conflict (worker) do update set browsers = excluded.browsers, free = excluded.free,
              seconds_per_job = coalesce(excluded.seconds_per_job, fleet_worker.seconds_per_job),
              seen_at = excluded.seen_at
            """)
        .bind("forgotten", now.minus(FORGOTTEN))
        .bind("worker", report.worker())
        .bind("browsers", report.browsers())
        .bind("free", report.free())
        .bind("seconds", Columns.orNull(report.secondsPerJob(), Double.class))
        .bind("now", now)
        .then();
  }

  @Override
  public Mono<FleetCapacity> capacity(Instant since) {
    return database
        .sql(
            """
            select count(*)::integer as workers, coalesce(sum(browsers), 0)::integer as browsers,
              coalesce(sum(free), 0)::integer as free,
              coalesce(
                sum(browsers * seconds_per_job) /
                  nullif(sum(browsers) filter (where seconds_per_job is not null), 0),
                :usual) as seconds
            from fleet_worker where seen_at > :since and browsers > 0
            """)
        .bind("usual", USUAL_SECONDS)
        .bind("since", since)
        .map(row -> capacity(new Columns(row)))
        .one();
  }

  private static FleetCapacity capacity(Columns row) {
    return new FleetCapacity(
        row.number("workers"),
        row.number("browsers"),
        row.number("free"),
        row.get("seconds", Double.class));
  }

  @Override
  public Flux<InLine> line(int limit) {
    return database
        .sql(
            """
            (select dealership_id, fb_account_id, busy_job as job_id, true as handed,
               handed_at as earliest
             from account_slot
             where busy_job is not null and begun_at is null
             order by handed_at)
            union all
            (select d.dealership_id, d.fb_account_id, d.job_id, false,
               case when s.busy_job is null then greatest(d.due_at, s.next_look)
                 else d.due_at end
             from dispatch d join account_slot s using (dealership_id, fb_account_id)
             where s.open
             order by d.due_at, d.job_id limit :limit)
            """)
        .bind("limit", limit)
        .map(row -> inLine(new Columns(row)))
        .all();
  }

  private static InLine inLine(Columns row) {
    return new InLine(
        AccountRef.of(row.uuid("dealership_id"), row.uuid("fb_account_id")),
        row.uuid("job_id"),
        row.flag("handed"),
        row.instant("earliest"));
  }

  @Override
  public Flux<Served> served() {
    return database
        .sql(
            """
            select dealership_id, max(handed_at) as at from account_slot
            where handed_at is not null and (next_look is not null or busy_job is not null)
            group by dealership_id
            """)
        .map(row -> {
          Columns columns = new Columns(row);
          return new Served(columns.uuid("dealership_id"), columns.instant("at"));
        })
        .all();
  }

  @Override
  public Mono<Instant> away(Instant now) {
    return database
        .sql(
            """
            insert into fleet_away (since) values (:now)
            on conflict (only_row) do update set since = fleet_away.since
            returning since
            """)
        .bind("now", now)
        .map(row -> new Columns(row).instant("since"))
        .one();
  }

  @Override
  public Mono<Boolean> toldOperators() {
    return database
        .sql("update fleet_away set told = true where not told")
        .fetch()
        .rowsUpdated()
        .map(rows -> rows == 1);
  }

  @Override
  public Mono<Boolean> back() {
    return database
        .sql("delete from fleet_away returning told")
        .map(row -> new Columns(row).flag("told"))
        .one()
        .defaultIfEmpty(false);
  }

  @Override
  public Mono<Boolean> told(UUID dealershipId) {
    return changed(
        "insert into fleet_away_told (dealership_id) values (:dealership) on conflict do nothing",
        dealershipId);
  }

  @Override
  public Flux<UUID> told() {
    return database
        .sql("select dealership_id from fleet_away_told order by dealership_id")
        .map(row -> new Columns(row).uuid("dealership_id"))
        .all();
  }

  @Override
  public Mono<Boolean> toldBack(UUID dealershipId) {
    return changed("delete from fleet_away_told where dealership_id = :dealership", dealershipId);
  }

  private Mono<Boolean> changed(String sql, UUID dealershipId) {
    return database
        .sql(sql)
        .bind("dealership", dealershipId)
        .fetch()
        .rowsUpdated()
        .map(rows -> rows == 1);
  }

  @Override
  public Flux<Waiting> waiting(Instant now) {
    return database
        .sql(
            """
            select dealership_id, count(*)::integer as jobs from (
              select d.dealership_id
              from dispatch d join account_slot s using (dealership_id, fb_account_id)
              where s.open and d.due_at <= :now
              union all
              select dealership_id from account_slot
              where busy_job is not null and begun_at is null) due
            group by dealership_id order by dealership_id
            """)
        .bind("now", now)
        .map(row -> {
          Columns columns = new Columns(row);
          return new Waiting(columns.uuid("dealership_id"), columns.number("jobs"));
        })
        .all();
  }
}
