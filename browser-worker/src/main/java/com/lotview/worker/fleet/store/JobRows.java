package com.lotview.worker.fleet.store;

import com.lotview.kit.rows.Columns;
import com.lotview.worker.fleet.job.JobOrder;
import com.lotview.worker.fleet.job.ListingJob;
import com.lotview.worker.fleet.lease.Claim;
import com.lotview.worker.fleet.lease.Job;
import com.lotview.worker.fleet.lease.JobState;
import com.lotview.worker.fleet.lease.Lease;
import com.lotview.worker.fleet.lease.Run;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code job}. */
final class JobRows {
  /*
   * A job's turn follows the waiting jobs of its dealership and the current turn. A sign-in, whose
   * owner is waiting, gets the current turn. The account's row is written under its lock, so that
   * the end of the account's last job and this insert see each other. A job that was ordered before
   * this database's timeline was noticed, give or take the clocks, may have been accepted before and
   * forgotten: it belongs to no timeline.
   */
  static final String ACCEPT =
      """
      with noticed as (
        select here.timeline, coalesce(noticed_at, 'infinity') as at
        from (select database_timeline() as timeline) here
        left join database_history using (timeline)),
      place as (
        select greatest(
          (select max(turn) + 1 from job
            where dealership_id = :dealership and state <> 'DONE' and :kind <> 'SIGN_IN'),
          coalesce(
            (select turn from account_lease
              where turn is not null and until <= statement_timestamp()
                and due <= statement_timestamp()
              order by turn limit 1),
            (select max(turn) from account_lease),
            1)) as turn),
      added as (
        insert into job (dealership_id, job_id, kind, task_id, account_id, posting_id, vehicle_id,
          attempt, marker, deadline_seconds, request, traceparent, turn, database_timeline)
        select :dealership, :job, :kind, :task, :account, :posting, :vehicle, :attempt, :marker,
          :deadline, :request, :trace, place.turn,
          case when :ordered >= noticed.at + interval '1 minute' then noticed.timeline else '' end
        from place, noticed
        on conflict (dealership_id, job_id) do nothing
        returning dealership_id, account_id, turn)
      insert into account_lease as l (dealership_id, account_id, holder, fence, until, turn)
      select dealership_id, account_id, '', 0, '-infinity', turn from added
      on conflict (dealership_id, account_id) do update set turn = coalesce(l.turn, excluded.turn)
      """;

  /** What the database may have forgotten of the job {@code j}, if it went back: two columns. */
  static final String REWIND =
      """
      case when j.database_timeline <> here.timeline then coalesce(
        (select noticed_at from database_history d where d.timeline = here.timeline),
        clock_timestamp()) end as rewound_at,
      (select max(r.number) from run r where r.dealership_id = j.dealership_id
        and r.job_id = j.job_id and r.database_timeline <> here.timeline
        and j.database_timeline <> here.timeline) as runs_before
      """;

  /** The timeline of the database, which is noticed with it. */
  static final String HERE =
      """
      here as materialized (select database_timeline() as timeline),
      noticed as (
        insert into database_history (timeline) select timeline from here
        where not exists (
          select from database_history d where d.timeline = here.timeline)
        on conflict do nothing)
      """;

  private static final String READ =
      """
      with %s
      select j.request, j.state, j.traceparent, clock_timestamp() as now, %s
      from job j, here where j.dealership_id = :dealership and j.job_id = :job
      """
          .formatted(HERE, REWIND);

  private final DatabaseClient database;
  private final JsonMapper json;

  JobRows(DatabaseClient database, JsonMapper json) {
    this.database = database;
    // The body is stored unchanged; within a version, producers only add fields.
    this.json = json.rebuild().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
  }

  /** Needs the system role, because it compares turns across dealerships. */
  Mono<Long> accept(JobOrder order, String body, @Nullable String traceparent, Instant orderedAt) {
    ListingJob about = order instanceof ListingJob job ? job : null;
    return database
        .sql(ACCEPT)
        .bind("dealership", order.dealershipId())
        .bind("job", order.jobId())
        .bind("kind", order.kind().name())
        .bind("task", order.taskId())
        .bind("account", order.fbAccountId())
        .bind("attempt", order.attempt())
        .bind("deadline", order.deadlineSeconds())
        .bind("request", body)
        .bind("ordered", orderedAt.atOffset(ZoneOffset.UTC))
        .bind("posting", Columns.orNull(about == null ? null : about.postingId(), UUID.class))
        .bind("vehicle", Columns.orNull(about == null ? null : about.vehicleId(), UUID.class))
        .bind("marker", Columns.orNull(about == null ? null : about.marker(), String.class))
        .bind("trace", Columns.orNull(traceparent, String.class))
        .fetch()
        .rowsUpdated();
  }

  Mono<Long> replace(UUID dealership, JobOrder order, String body) {
    return database
        .sql(
            "update job set request = :request where dealership_id = :dealership and job_id = :job")
        .bind("request", body)
        .bind("dealership", dealership)
        .bind("job", order.jobId())
        .fetch()
        .rowsUpdated();
  }

  /** The claim of a job as it is now, without its runs. */
  Mono<Claim> read(Lease lease, String jobId) {
    return database
        .sql(READ)
        .bind("dealership", lease.dealershipId())
        .bind("job", jobId)
        .map(row -> claim(new Columns(row), lease, null))
        .one();
  }

  /** Needs the columns of {@link #REWIND} and the time. */
  Claim claim(Columns row, Lease lease, @Nullable Run begun) {
    Instant rewound = row.findInstant("rewound_at");
    Integer before = row.find("runs_before", Integer.class);
    return new Claim(
        job(row),
        lease,
        row.instant("now"),
        List.of(),
        begun,
        rewound == null ? null : new Claim.Rewind(rewound, before == null ? 0 : before));
  }

  private Job job(Columns row) {
    return new Job(
        json.readValue(row.text("request"), JobOrder.class),
        JobState.valueOf(row.text("state")),
        row.findText("traceparent"));
  }
}
